package org.novabm.power.ipmi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.SessionHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one UDP socket to all BMCs. One thread receives; it looks up the conversation by our session
 * id, compares the sender's address and hands the packet over unread, so that checking and
 * decrypting are the waiting caller's work and run side by side.
 *
 * <p>The channel is non-blocking: a blocking one is closed by the interruption of any thread that
 * sends on it, and this one is everybody's.
 */
final class BmcSocket implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BmcSocket.class);

  /**
   * Room for the answers of thousands of BMCs that were asked at once; the kernel may give less.
   */
  private static final int BUFFER_BYTES = 8 << 20;

  private final DatagramChannel channel;
  private final Selector selector;
  private final Traffic traffic;
  private final SecureRandom random = new SecureRandom();
  private final Conversations conversations = new Conversations();
  private final AtomicInteger tags = new AtomicInteger(random.nextInt());

  private BmcSocket(DatagramChannel channel, Selector selector, Traffic traffic) {
    this.channel = channel;
    this.selector = selector;
    this.traffic = traffic;
  }

  static BmcSocket open(Traffic traffic) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      channel.bind(null).configureBlocking(false);
      Selector selector = channel.provider().openSelector();
      channel.register(selector, SelectionKey.OP_READ);
      BmcSocket socket = new BmcSocket(channel, selector, traffic);
      Thread.ofPlatform().daemon().name("ipmi-receiver").start(socket::receiveUntilClosed);
      return socket;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A new conversation with a BMC, under a session id of ours that nobody can foretell. */
  Conversation converse(InetSocketAddress bmc, RoundTrip roundTrip) {
    while (true) {
      int id = random.nextInt();
      Conversation conversation = new Conversation(id, bmc, roundTrip, this, traffic);
      if (id != 0 && conversations.add(conversation)) {
        return conversation;
      }
    }
  }

  void forget(Conversation conversation) {
    conversations.remove(conversation);
  }

  /**
   * The tag of a question outside of a session, 0 to 255. In turn, and not by chance: a short
   * refusal names no session, and two that log in to one BMC at the same time must not take the
   * other's.
   */
  int nextTag() {
    return tags.incrementAndGet() & 0xFF;
  }

  SecureRandom random() {
    return random;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Sends a packet; one that finds the socket's buffer full is lost like any other. */
  void send(byte[] packet, InetSocketAddress bmc) throws IOException {
    channel.send(ByteBuffer.wrap(packet), bmc);
    traffic.countSent();
  }

  private void receiveUntilClosed() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(SessionHeader.MOST_PACKET + 1);
    try {
      while (true) {
        selector.select();
        selector.selectedKeys().clear();
        receiveAll(buffer);
      }
    } catch (ClosedSelectorException | ClosedChannelException e) {
      log.debug("the IPMI socket is closed");
    } catch (IOException e) {
      log.error("the IPMI socket cannot receive any more; it is opened again when needed", e);
      close();
    }
  }

  private void receiveAll(ByteBuffer buffer) throws IOException {
    SocketAddress sender = channel.receive(buffer.clear());
    while (sender != null) {
      traffic.countReceived();
      byte[] packet = new byte[buffer.flip().remaining()];
      buffer.get(packet);
      deliver(packet, sender);
      sender = channel.receive(buffer.clear());
    }
  }

  private void deliver(byte[] packet, SocketAddress sender) {
    if (packet.length > SessionHeader.MOST_PACKET) {
      traffic.countDropped(DropReason.TOO_LONG);
      return;
    }
    try {
      OptionalInt id = SessionHeader.consoleSession(packet);
      if (id.isPresent()) {
        deliver(packet, sender, conversations.withId(id.getAsInt()));
      } else {
        conversations.withBmc(sender).forEach(conversation -> conversation.deliver(packet));
      }
    } catch (MalformedPacketException e) {
      conversations.withBmc(sender).stream()
          .findFirst()
          .ifPresentOrElse(
              conversation -> conversation.drop(DropReason.MALFORMED),
              () -> traffic.countDropped(DropReason.MALFORMED));
    }
  }

  private void deliver(byte[] packet, SocketAddress sender, @Nullable Conversation conversation) {
    if (conversation == null) {
      traffic.countDropped(DropReason.UNKNOWN_SESSION);
    } else if (!conversation.bmc().equals(sender)) {
      traffic.countDropped(DropReason.WRONG_ADDRESS);
    } else {
      conversation.deliver(packet);
    }
  }

  @Override
  public void close() {
    try (channel;
        selector) {
      conversations.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the IPMI socket does not close", e);
    }
  }
}
