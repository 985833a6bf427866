package org.novabm.deploy.agent.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

/** A request that nobody needs to look at. */
final class Refusal extends Exception {

  private final int status;

  Refusal(int status, String why) {
    super(why);
    this.status = status;
  }

  /** Why the parser gave up. */
  static Refusal of(@Nullable Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException _ ->
          new Refusal(414, "more than " + HttpBounds.LINE_BYTES + " bytes in the first line");
      case TooLongHttpHeaderException _ ->
          new Refusal(431, "more than " + HttpBounds.HEAD_BYTES + " bytes of headers");
      case FewHeaders.TooMany e -> new Refusal(431, String.valueOf(e.getMessage()));
      case null, default -> new Refusal(400, "this is not an HTTP/1.1 request");
    };
  }

  Answer.Text answer() {
    return new Answer.Text(status, getMessage() + "\n");
  }
}
