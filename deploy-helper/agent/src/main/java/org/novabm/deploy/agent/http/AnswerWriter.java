package org.novabm.deploy.agent.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.LongConsumer;
import org.novabm.deploy.agent.http.GuardedConnection.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers to connections. Called by the connection's own thread. */
final class AnswerWriter {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);

  /** A caller tries again by itself; iPXE does as the header says. */
  private static final String RETRY_SECONDS = "5";

  private final Door door;
  private final Desk desk;
  private final HttpBounds bounds;

  AnswerWriter(Door door, Desk desk, HttpBounds bounds) {
    this.door = door;
    this.desk = desk;
    this.bounds = bounds;
  }

  /** Called when the last byte is with the socket; not called when the connection broke. */
  interface Sent {
    void sent(ChannelHandlerContext ctx, boolean keepAlive);
  }

  void goOn(ChannelHandlerContext ctx) {
    var _ =
        ctx.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
  }

  void write(
      ChannelHandlerContext ctx,
      GuardedConnection visit,
      Asked asked,
      boolean keepAlive,
      Answer answer,
      Sent then) {
    visit.awaits(Phase.ANSWER, bounds.stallTime());
    ChannelFuture end =
        switch (answer) {
          case Answer.Text text -> text(ctx, asked, head(text.status(), keepAlive), text.text());
          case Answer.Content content -> content(ctx, visit, asked, keepAlive, content);
        };
    end.addListener(
        (ChannelFutureListener)
            done -> {
              if (done.isSuccess()) {
                then.sent(ctx, keepAlive);
              } else {
                brokeOff(ctx, asked, done.cause());
              }
            });
  }

  private static void brokeOff(ChannelHandlerContext ctx, Asked asked, Throwable cause) {
    if (cause instanceof EOFException) {
      LOG.error("{} was not answered in full: {}", asked, cause.getMessage());
    } else {
      LOG.debug("{} broke off: {}", asked, cause.toString());
    }
    var _ = ctx.close();
  }

  private static HttpResponse head(int status, boolean keepAlive) {
    HttpResponse head =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    head.headers()
        .set(
            HttpHeaderNames.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
        .set(
            HttpHeaderNames.CONNECTION,
            keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    return head;
  }

  private static ChannelFuture text(
      ChannelHandlerContext ctx, Asked asked, HttpResponse head, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
    var _ = ctx.write(head);
    if (!asked.method().equals("HEAD")) {
      var _ = ctx.write(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }
    return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private ChannelFuture content(
      ChannelHandlerContext ctx,
      GuardedConnection visit,
      Asked asked,
      boolean keepAlive,
      Answer.Content content) {
    long length = content.body().length();
    Part part = Part.of(asked, content.etag(), length);
    HttpResponse head = head(part.status(), keepAlive);
    head.headers()
        .set(HttpHeaderNames.ETAG, content.etag())
        .set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES);
    if (part.status() == 416) {
      drop(content);
      head.headers().set(HttpHeaderNames.CONTENT_RANGE, "bytes */" + length);
      return text(ctx, asked, head, "there are " + length + " bytes\n");
    }
    if (part.status() == 206) {
      head.headers()
          .set(
              HttpHeaderNames.CONTENT_RANGE,
              "bytes %d-%d/%d".formatted(part.from(), part.to() - 1, length));
    }
    if (part.status() != 304) {
      head.headers()
          .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_OCTET_STREAM)
          .set(HttpHeaderNames.CONTENT_LENGTH, part.bytes());
    }
    if (part.bytes() == 0 || asked.method().equals("HEAD")) {
      drop(content);
      var _ = ctx.write(head);
      return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }
    return send(ctx, visit, asked, head, new Outflow(content, part, pace(visit)));
  }

  /** Time starts anew whenever the reader has taken enough of what it was given before. */
  private LongConsumer pace(GuardedConnection visit) {
    return new LongConsumer() {
      private long taken;

      @Override
      public void accept(long bytes) {
        taken += bytes;
        if (taken >= bounds.stallBytes()) {
          taken = 0;
          visit.awaits(Phase.ANSWER, bounds.stallTime());
        }
      }
    };
  }

  private ChannelFuture send(
      ChannelHandlerContext ctx,
      GuardedConnection visit,
      Asked asked,
      HttpResponse head,
      Outflow outflow) {
    if (!door.begins(visit, outflow)) {
      outflow.release();
      HttpResponse busy = head(503, HttpUtil.isKeepAlive(head));
      busy.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_SECONDS);
      return text(ctx, asked, busy, "too many transfers under way, ask again\n");
    }
    var _ = ctx.write(head);
    var _ = ctx.write(outflow);
    ChannelFuture end = ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    if (outflow.known()) {
      Supervision.of(ctx, visit, outflow.watch(), desk).until(end);
    }
    end.addListener(_ -> door.ends(visit));
    return end;
  }

  /** Closes what will not be sent. */
  void drop(Answer answer) {
    if (answer instanceof Answer.Content(Body body, _, _)) {
      try {
        body.close();
      } catch (IOException e) {
        LOG.warn("a file did not close", e);
      }
    }
  }
}
