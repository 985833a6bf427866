package org.novabm.deploy.agent.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.http.GuardedConnection.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request, answer, request, on one connection. Nothing is read while an answer is on its way;
 * whoever has sent the next request by then is answered the first and let go, as RFC 9112, section
 * 9.3.2, has clients expect.
 */
final class HttpConversation extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(HttpConversation.class);

  /** So long the caller may go on sending after the last answer, or a reset might overtake it. */
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private static final int GOODBYE_BYTES = 256 * 1024;

  private final GuardedConnection visit;
  private final Duration requestTime;
  private final Desk desk;
  private final AnswerWriter writer;
  private @Nullable RequestDraft draft;
  private boolean last;
  private int discarded;

  HttpConversation(GuardedConnection visit, Duration requestTime, Desk desk, AnswerWriter writer) {
    this.visit = visit;
    this.requestTime = requestTime;
    this.desk = desk;
    this.writer = writer;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    visit.awaits(Phase.REQUEST, requestTime);
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      switch (visit.phase()) {
        case REQUEST -> take(ctx, message);
        case GREETING, WORK, ANSWER -> last = true;
        case GOODBYE -> discard(ctx, message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (visit.phase() == Phase.REQUEST || visit.phase() == Phase.GOODBYE) {
      ctx.read();
    }
  }

  private void take(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof HttpObject part)) {
      return;
    }
    try {
      if (part.decoderResult().isFailure()) {
        throw Refusal.of(part.decoderResult().cause());
      }
      if (part instanceof HttpRequest head) {
        begin(ctx, head);
      }
      if (part instanceof HttpContent content && draft != null) {
        draft.add(content.content());
        if (content instanceof LastHttpContent) {
          ask(ctx, draft);
        }
      }
    } catch (Refusal e) {
      last = true;
      writer.write(ctx, visit, RequestDraft.UNREAD, false, e.answer(), this::sent);
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest head) throws Refusal {
    draft = RequestDraft.of(head, visit.client());
    visit.awaits(Phase.REQUEST, requestTime);
    if (draft.expectsContinue()) {
      writer.goOn(ctx);
    }
  }

  private void ask(ChannelHandlerContext ctx, RequestDraft whole) throws Refusal {
    draft = null;
    Asked asked = whole.asked();
    boolean keepAlive = whole.keepAlive();
    visit.works();
    desk.ask(asked, answer -> answered(ctx, asked, keepAlive, answer));
  }

  /** By a worker. */
  private void answered(ChannelHandlerContext ctx, Asked asked, boolean keepAlive, Answer answer) {
    try {
      ctx.executor()
          .execute(() -> writer.write(ctx, visit, asked, keepAlive && !last, answer, this::sent));
    } catch (RejectedExecutionException e) {
      LOG.debug("closed before {} was answered", asked);
      writer.drop(answer);
    }
  }

  private void sent(ChannelHandlerContext ctx, boolean keepAlive) {
    if (keepAlive && !last) {
      visit.awaits(Phase.REQUEST, requestTime);
    } else {
      visit.awaits(Phase.GOODBYE, GOODBYE);
      ctx.pipeline().remove(RequestParser.class);
      var _ = ((DuplexChannel) ctx.channel()).shutdownOutput();
    }
    ctx.read();
  }

  private void discard(ChannelHandlerContext ctx, Object message) {
    discarded += message instanceof ByteBuf bytes ? bytes.readableBytes() : 1;
    if (discarded > GOODBYE_BYTES) {
      var _ = ctx.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("{} broke off: {}", visit.client(), cause.toString());
    var _ = ctx.close();
  }
}
