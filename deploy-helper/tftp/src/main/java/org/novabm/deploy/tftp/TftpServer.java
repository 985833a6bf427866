package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TFTP server that only reads: RFC 1350 in octet mode, with the options blksize (RFC 2348),
 * timeout and tsize (RFC 2349) and windowsize (RFC 7440).
 *
 * <p>A request beyond the limits gets no answer: firmware asks again a second later, whereas an
 * error would end its boot.
 *
 * <p>Every transfer has a socket and a thread of its own. These are threads of the system, since
 * this protocol waits for the client after every packet or window: on a virtual thread each such
 * wait goes through a second thread, and 50 MB in blocks of 512 bytes then took 1.6 s instead of
 * 0.9 s on one core, and several times as long on two. {@link TftpSettings#transfers()} bounds
 * them.
 *
 * <p>Bind to the address of the provisioning network rather than to all: clients want their answers
 * from the address they asked, and with several the system may choose another.
 */
public final class TftpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TftpServer.class);

  private final FileSource source;
  private final InetSocketAddress bind;
  private final TftpSettings limits;
  private final Places places;
  private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("tftp-", 0).factory());
  private volatile @Nullable DatagramChannel channel;

  /**
   * A server that does not listen yet.
   *
   * @param bind port 69 is the protocol's own and needs a privilege; 0 takes any free port
   */
  public TftpServer(FileSource source, InetSocketAddress bind, TftpSettings limits) {
    this.source = source;
    this.bind = bind;
    this.limits = limits;
    this.places = new Places(limits.transfers(), limits.transfersPerClient());
  }

  /**
   * Begins to listen; call it once.
   *
   * @throws IOException when the port is taken or not allowed
   */
  public void start() throws IOException {
    DatagramChannel opened = DatagramChannel.open();
    try {
      opened.bind(bind);
    } catch (IOException e) {
      opened.close();
      throw new IOException("TFTP cannot listen on " + bind + ": " + e.getMessage(), e);
    }
    channel = opened;
    threads.execute(() -> listen(opened));
  }

  /**
   * The port it listens on.
   *
   * @throws IllegalStateException when it does not
   */
  public int port() {
    DatagramChannel open = channel;
    if (open == null || !open.isOpen()) {
      throw new IllegalStateException("the TFTP server is not running");
    }
    return open.socket().getLocalPort();
  }

  private boolean isListening() {
    DatagramChannel open = channel;
    return open != null && open.isOpen();
  }

  private void listen(DatagramChannel open) {
    // one byte more than allowed, so that longer packets are seen to be longer
    ByteBuffer packet = ByteBuffer.allocateDirect(Request.MOST_BYTES + 1);
    while (open.isOpen()) {
      try {
        InetSocketAddress client = (InetSocketAddress) open.receive(packet.clear());
        Request request = Request.parse(packet.flip(), limits);
        if (request != null) {
          admit(client, request);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        log.warn("TFTP request lost", e);
      }
    }
  }

  private void admit(InetSocketAddress client, Request request) {
    InetAddress address = client.getAddress();
    if (!places.take(address)) {
      log.info("{} has to wait: too many transfers under way", client);
      return;
    }
    try {
      threads.execute(
          () -> {
            try {
              serve(client, request);
            } finally {
              places.giveBack(address);
            }
          });
    } catch (RuntimeException | OutOfMemoryError e) {
      places.giveBack(address);
      log.warn("{} cannot be served, no thread for it", client, e);
    }
  }

  private void serve(InetSocketAddress client, Request request) {
    try (Peer peer = new Peer(bind.getAddress(), client)) {
      peers.add(peer);
      try {
        // closed in the meantime: then nobody else closes this peer
        if (isListening()) {
          new Transfer(source, limits, client, peer).serve(request);
        }
      } finally {
        peers.remove(peer);
      }
    } catch (SocketException | ClosedChannelException e) {
      log.debug("{} is gone: {}", client, e.toString());
    } catch (IOException | RuntimeException e) {
      log.warn("transfer to {} failed", client, e);
    }
  }

  /** Ends all transfers and stops listening; a second call does nothing. */
  @Override
  public void close() throws IOException {
    DatagramChannel open = channel;
    if (open != null) {
      open.close();
    }
    for (Peer peer : peers) {
      peer.close();
    }
    threads.close();
  }
}
