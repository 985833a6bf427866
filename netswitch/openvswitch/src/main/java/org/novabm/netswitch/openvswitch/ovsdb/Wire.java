package org.novabm.netswitch.openvswitch.ovsdb;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/** A connection by TCP or a unix socket, with a deadline on each read and write. */
final class Wire implements AutoCloseable {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final MessageScanner scanner;
  private final ByteBudget.Share share;
  private final ByteBuffer unread = ByteBuffer.allocate(64 * 1024).flip();

  private Wire(SocketChannel channel, Selector selector, ByteBudget.Share share, int longest)
      throws IOException {
    this.scanner = new MessageScanner(longest);
    this.share = share;
    this.channel = channel;
    this.selector = selector;
    this.key = channel.register(selector, 0);
  }

  static Wire connect(SocketAddress address, AnswerBounds bounds, Deadline deadline)
      throws IOException {
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    Selector selector = null;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
      Wire wire =
          new Wire(
              channel, selector, bounds.heap().share(String.valueOf(address)), bounds.longest());
      if (!channel.connect(address)) {
        do {
          wire.await(SelectionKey.OP_CONNECT, deadline);
        } while (!channel.finishConnect());
      }
      return wire;
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (selector != null) {
        selector.close();
      }
      throw e;
    }
  }

  void write(byte[] message, Deadline deadline) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(message);
    while (left.hasRemaining()) {
      if (channel.write(left) == 0) {
        await(SelectionKey.OP_WRITE, deadline);
      }
    }
  }

  /** The next message, whole; the one before it is paid for no more. */
  byte[] read(Deadline deadline) throws IOException {
    share.close();
    while (true) {
      byte @Nullable [] message = scanner.next(unread);
      if (message != null) {
        share.take(AnswerBounds.tree(message), deadline);
        return message;
      }
      fill(deadline);
    }
  }

  /** A peer that never stops sending is not read for longer than one that is silent. */
  private void fill(Deadline deadline) throws IOException {
    requireTime(deadline);
    unread.clear();
    int count;
    try {
      for (count = channel.read(unread); count == 0; count = channel.read(unread)) {
        await(SelectionKey.OP_READ, deadline);
      }
    } finally {
      unread.flip();
    }
    if (count < 0) {
      throw new IOException("the peer closed the connection");
    }
    share.take(AnswerBounds.received(count), deadline);
  }

  private static long requireTime(Deadline deadline) throws IOException {
    long left = deadline.leftMillis();
    if (left == 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return left;
  }

  private void await(int operation, Deadline deadline) throws IOException {
    long left = requireTime(deadline);
    key.interestOps(operation);
    selector.select(left);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("interrupted while waiting");
    }
  }

  @Override
  public void close() throws IOException {
    share.close();
    try (channel) {
      selector.close();
    }
  }
}
