package org.novabm.deploy.agent.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose head is here and whose body is coming. */
final class RequestDraft {

  /** In place of a request that could not be read. */
  static final Asked UNREAD = new Asked("", "", "", Map.of(), "", InetAddress.getLoopbackAddress());

  private final HttpRequest head;
  private final InetAddress client;
  private final ByteArrayOutputStream body;

  /** The body's array has its size from the beginning, since growing it takes three times that. */
  private RequestDraft(HttpRequest head, InetAddress client, int bodyBytes) {
    this.head = head;
    this.client = client;
    this.body = new ByteArrayOutputStream(bodyBytes);
  }

  static RequestDraft of(HttpRequest head, InetAddress client) throws Refusal {
    if (head.protocolVersion().majorVersion() != 1) {
      throw new Refusal(400, "only HTTP/1.1 is supported here");
    }
    @Nullable String coding = head.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
      throw new Refusal(400, "only the Transfer-Encoding chunked is supported here");
    }
    long bytes = coding == null ? HttpUtil.getContentLength(head, 0L) : HttpBounds.BODY_BYTES;
    requireFits(bytes);
    return new RequestDraft(head, client, (int) bytes);
  }

  private static void requireFits(long bytes) throws Refusal {
    if (bytes > HttpBounds.BODY_BYTES) {
      throw new Refusal(413, "the body is longer than " + HttpBounds.BODY_BYTES + " bytes");
    }
  }

  boolean expectsContinue() {
    return HttpUtil.is100ContinueExpected(head);
  }

  boolean keepAlive() {
    return HttpUtil.isKeepAlive(head);
  }

  void add(ByteBuf bytes) throws Refusal {
    requireFits((long) body.size() + bytes.readableBytes());
    try {
      bytes.getBytes(bytes.readerIndex(), body, bytes.readableBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  Asked asked() throws Refusal {
    try {
      URI uri = new URI(head.uri());
      @Nullable String path = uri.getPath();
      @Nullable String query = uri.getRawQuery();
      return new Asked(
          head.method().name(),
          path == null ? "" : path,
          query == null ? "" : query,
          headers(),
          body.toString(StandardCharsets.UTF_8),
          client);
    } catch (URISyntaxException e) {
      throw new Refusal(400, "the address in the first line is invalid");
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    head.headers()
        .forEach(
            field ->
                headers.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
    return headers;
  }
}
