package org.novabm.deploy.agent.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.LineQuota;

/** Stands before the accepted connections get threads and handlers, so the refused cost nothing. */
final class Doorman extends ChannelInboundHandlerAdapter {

  static final AttributeKey<GuardedConnection> VISIT = AttributeKey.valueOf(Doorman.class, "visit");

  private final Door door;
  private final LineQuota refused;

  Doorman(Door door, LineQuota refused) {
    this.door = door;
    this.refused = refused;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    SocketChannel caller = (SocketChannel) message;
    @Nullable InetSocketAddress address = caller.remoteAddress();
    @Nullable InetAddress client = address == null ? null : address.getAddress();
    // null: it has hung up already
    @Nullable GuardedConnection visit = client == null ? null : door.admit(caller, client);
    if (visit == null) {
      caller.unsafe().closeForcibly();
      if (client != null) {
        refused.say(client.getHostAddress() + " is refused: too many connections, all at work");
      }
      return;
    }
    caller.closeFuture().addListener(_ -> gone(ctx, visit));
    caller.attr(VISIT).set(visit);
    if (door.isCrowded()) {
      ctx.channel().config().setAutoRead(false);
    }
    ctx.fireChannelRead(message);
  }

  private void gone(ChannelHandlerContext ctx, GuardedConnection visit) {
    door.gone(visit);
    if (!door.isCrowded()) {
      ctx.channel().config().setAutoRead(true);
    }
  }
}
