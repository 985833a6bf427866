package org.novabm.netswitch.junos.netconf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.ChannelPipedInputStream;
import org.apache.sshd.core.CoreModuleProperties;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/** The subsystem {@code netconf} of an SSH connection (RFC 6242, section 3). */
public final class SshTransport implements Transport {

  /** What may wait at the peer's side of us, unread. */
  static final long WINDOW = 128 << 10;

  /** A switch that reads nothing of what it is sent is given up after this. */
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

  /** Whoever asks uses no more messages at a time. */
  private static final int MOST_HELD = 3;

  private final ClientSession session;
  private final ChannelSubsystem channel;
  private final MessageLimits limits;
  private final ChannelPipedInputStream input;
  private final byte[] buffer = new byte[8 << 10];
  private final Deque<String> messages = new ArrayDeque<>();
  private final FrameScanner scanner = new FrameScanner(MessageLimits.LONGEST_HELLO, messages::add);
  private final Deque<ByteBudget.Share> held = new ArrayDeque<>();
  private boolean greeted;
  private boolean chunked;

  private SshTransport(ClientSession session, ChannelSubsystem channel, MessageLimits limits) {
    this.session = session;
    this.channel = channel;
    this.limits = limits;
    this.input = (ChannelPipedInputStream) channel.getInvertedOut();
  }

  /**
   * Opens the subsystem.
   *
   * @param session a connection that has logged in; closed with the transport
   * @param limits of what the peer says; its last three messages are paid for
   * @throws IOException when the peer has no such subsystem
   */
  public static SshTransport open(ClientSession session, MessageLimits limits, Deadline deadline)
      throws IOException {
    CoreModuleProperties.WINDOW_SIZE.set(session, WINDOW);
    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(session, LONGEST_WRITE);
    ChannelSubsystem channel = session.createSubsystemChannel("netconf");
    channel.setErr(OutputStream.nullOutputStream());
    channel.open().verify(Duration.ofMillis(deadline.leftMillis()));
    return new SshTransport(session, channel, limits);
  }

  @Override
  public void useChunks() {
    chunked = true;
    scanner.useChunks();
  }

  @Override
  public void send(String message, Deadline deadline) throws IOException {
    byte[] content = message.getBytes(StandardCharsets.UTF_8);
    OutputStream out = channel.getInvertedIn();
    out.write(ascii(chunked ? "\n#" + content.length + "\n" : ""));
    out.write(content);
    out.write(ascii(chunked ? "\n##\n" : "]]>]]>"));
    out.flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String receive(Deadline deadline) throws IOException {
    ByteBudget.Share share = share();
    try {
      while (messages.isEmpty()) {
        int count = read(deadline);
        share.take(MessageLimits.received(count), deadline);
        scanner.accept(buffer, 0, count);
      }
      String message = messages.remove();
      share.take(MessageLimits.tree(message), deadline);
      allowLongOnes();
      return message;
    } catch (BackendException.ProtocolViolation e) {
      throw new IOException(
          "the peer sent more than is kept for all switches' answers, %d KiB of heap as a tree; see answers_heap_kib in [netswitch:junos]"
              .formatted(limits.heap().most() >> 10),
          e);
    } catch (BackendException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private ByteBudget.Share share() {
    if (held.size() == MOST_HELD) {
      held.remove().close();
    }
    ByteBudget.Share share = limits.heap().share("switch");
    held.add(share);
    return share;
  }

  private int read(Deadline deadline) throws IOException {
    long left = deadline.leftMillis();
    if (left == 0) {
      throw new SocketTimeoutException("the peer did not answer in time");
    }
    input.setTimeout(left);
    try {
      int count = input.read(buffer);
      if (count < 0) {
        throw new IOException("the peer hung up");
      }
      return count;
    } catch (SocketTimeoutException e) {
      throw timedOut(e);
    } catch (InterruptedIOException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static IOException timedOut(SocketTimeoutException cause) {
    SocketTimeoutException said = new SocketTimeoutException("the peer did not answer in time");
    said.initCause(cause);
    return said;
  }

  /** The first message is a hello. */
  private void allowLongOnes() {
    if (!greeted) {
      greeted = true;
      scanner.allow(limits.longest());
    }
  }

  @Override
  public void close() {
    session.close(true);
    held.forEach(ByteBudget.Share::close);
    held.clear();
  }
}
