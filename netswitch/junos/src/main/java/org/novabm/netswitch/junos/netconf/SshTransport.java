package org.novabm.netswitch.junos.netconf;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Deadline;

/** The subsystem {@code netconf} of an SSH connection (RFC 6242, section 3). */
public final class SshTransport implements Transport {

  /** A peer answers what it is asked, one at a time. */
  private static final int MOST_WAITING = 16;

  /** What came in: a message, or why there will be no more. */
  private record Arrival(@Nullable String message, @Nullable IOException end) {}

  private final ClientSession session;
  private final ChannelSubsystem channel;
  private final BlockingQueue<Arrival> arrived = new ArrayBlockingQueue<>(MOST_WAITING);
  private final FrameScanner scanner = new FrameScanner(text -> arrive(new Arrival(text, null)));
  private volatile boolean chunked;

  private SshTransport(ClientSession session, ChannelSubsystem channel) {
    this.session = session;
    this.channel = channel;
  }

  /**
   * Opens the subsystem.
   *
   * @param session a connection that has logged in; closed with the transport
   * @throws IOException when the peer has no such subsystem
   */
  public static SshTransport open(ClientSession session, Deadline deadline) throws IOException {
    ChannelSubsystem channel = session.createSubsystemChannel("netconf");
    SshTransport transport = new SshTransport(session, channel);
    channel.setOut(transport.new Inlet());
    channel.setErr(OutputStream.nullOutputStream());
    channel.addCloseFutureListener(
        _ -> transport.arrive(new Arrival(null, new IOException("the peer hung up"))));
    channel.open().verify(Duration.ofMillis(deadline.leftMillis()));
    return transport;
  }

  private void arrive(Arrival arrival) {
    if (!arrived.offer(arrival)) {
      session.close(true);
    }
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
    try {
      Arrival next = arrived.poll(deadline.leftMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new SocketTimeoutException("the peer did not answer in time");
      }
      if (next.message() != null) {
        return next.message();
      }
      throw new IOException(next.end() == null ? "the peer hung up" : next.end().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    session.close(true);
  }

  /** Where the bytes of the peer come in, on a thread of the SSH client. */
  private final class Inlet extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        scanner.accept(bytes, from, count);
      } catch (IOException e) {
        arrive(new Arrival(null, e));
        throw e;
      }
    }
  }
}
