package org.novabm.deploy.agent.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks now and then whether a transfer may go on, and cuts the connection when not. */
final class Supervision {

  private static final int EVERY_SECONDS = 2;

  private final AtomicBoolean asking = new AtomicBoolean();
  private final GuardedConnection visit;
  private final Watch watch;
  private final Desk desk;
  private final Future<?> clock;

  private Supervision(ChannelHandlerContext ctx, GuardedConnection visit, Watch watch, Desk desk) {
    this.visit = visit;
    this.watch = watch;
    this.desk = desk;
    this.clock =
        ctx.executor()
            .scheduleAtFixedRate(this::ask, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  static Supervision of(
      ChannelHandlerContext ctx, GuardedConnection visit, Watch watch, Desk desk) {
    return new Supervision(ctx, visit, watch, desk);
  }

  void until(ChannelFuture end) {
    end.addListener(_ -> clock.cancel(false));
  }

  /** One question at a time, however long the answer takes. */
  private void ask() {
    if (asking.compareAndSet(false, true)) {
      desk.ifClosed(watch, visit::cut, () -> asking.set(false));
    }
  }
}
