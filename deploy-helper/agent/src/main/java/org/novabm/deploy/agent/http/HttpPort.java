package org.novabm.deploy.agent.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that listens. Three threads serve all connections; {@link HttpBounds#answersAtOnce} others
 * work answers out.
 */
public final class HttpPort implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);

  private static final int SENDING_THREADS = 2;

  /** Those that wait in the system until they are let in or refused. */
  private static final int BACKLOG = 4096;

  /** What the system keeps of a caller that we do not read: more than a whole request. */
  private static final int UNREAD_BYTES = 32 * 1024;

  private static final int SWEEP_MILLIS = 50;

  private final EventLoopGroup doorThread = threads("deploy-http-door", 1);
  private final EventLoopGroup sendingThreads = threads("deploy-http", SENDING_THREADS);
  private final LineQuota refused = new LineQuota("refused connections", 10, LOG::warn);
  private final HttpBounds bounds;
  private final Door door;
  private final Desk desk;
  private final Channel listening;
  private final Future<?> sweeping;

  private HttpPort(InetSocketAddress address, HttpBounds bounds, Site site) throws IOException {
    this.bounds = bounds;
    this.door = new Door(bounds);
    this.desk = new Desk(site, bounds);
    ChannelFuture bound = bootstrap().bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stopThreads();
      throw new IOException("cannot listen on " + address, bound.cause());
    }
    this.listening = bound.channel();
    this.sweeping =
        doorThread.scheduleAtFixedRate(
            this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens the port.
   *
   * @throws IOException when it is taken or not allowed
   */
  public static HttpPort open(InetSocketAddress address, HttpBounds bounds, Site site)
      throws IOException {
    return new HttpPort(address, bounds, site);
  }

  private static EventLoopGroup threads(String name, int count) {
    return new MultiThreadIoEventLoopGroup(
        count,
        Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
        NioIoHandler.newFactory());
  }

  private ServerBootstrap bootstrap() {
    return new ServerBootstrap()
        .group(doorThread, sendingThreads)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_RCVBUF, UNREAD_BYTES)
        .handler(new Doorman(door, refused))
        // plain arrays: what a connection has is given back when it ends, and no pool grows
        .childOption(ChannelOption.ALLOCATOR, new UnpooledByteBufAllocator(false))
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(HttpBounds.READ_BYTES).maxMessagesPerRead(1))
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel caller) {
                greet(caller);
              }
            });
  }

  private void greet(SocketChannel caller) {
    GuardedConnection visit = caller.attr(Doorman.VISIT).get();
    caller
        .pipeline()
        .addLast(
            new RequestParser(),
            new HttpResponseEncoder(),
            new HttpConversation(
                visit, bounds.requestTime(), desk, new AnswerWriter(door, desk, bounds)));
  }

  private void sweep() {
    door.sweep();
    refused.tell();
    if (!door.isCrowded()) {
      // those who were about to go have gone, or will not
      listening.config().setAutoRead(true);
    }
  }

  /** The port it listens on. */
  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** How many connections are open now. */
  int connections() {
    return door.visits();
  }

  /** How many transfers are under way now. */
  int transfers() {
    return door.transfers();
  }

  /** Cuts what is being sent; a repeated call does nothing. */
  @Override
  public void close() {
    sweeping.cancel(false);
    listening.close().awaitUninterruptibly();
    door.turnOutAll();
    stopThreads();
  }

  private void stopThreads() {
    desk.close();
    sendingThreads.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    // last, since it is told of every connection that closes
    doorThread.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
