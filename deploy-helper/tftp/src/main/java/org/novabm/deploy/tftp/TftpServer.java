package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TFTP server that only reads: RFC 1350 in octet mode, with the options blksize (RFC 2348),
 * timeout and tsize (RFC 2349) and windowsize (RFC 7440).
 *
 * <p>The source of a request may be forged. Until a client has acknowledged something it is sent no
 * more than the options, three times, or the first block, once; it keeps no memory but a socket and
 * a thread; and it gives way to others. Options are about as long as the request that asked for
 * them, so this is below four times its bytes. A request without options is answered by up to 516
 * bytes, as RFC 1350 has it: 11 times the shortest that names a file of ours, headers of IP and UDP
 * counted, and no server can do with less.
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

  /** Requests that the system keeps for us in a flood, if it is allowed so much. */
  private static final int UNREAD_BYTES = 1 << 20;

  /** In a flood threads are used again, since to make one costs more than to answer. */
  private static final int IDLE_SECONDS = 2;

  private final FileSource source;
  private final InetSocketAddress bind;
  private final TftpSettings limits;
  private final Places places;
  private final Buffers buffers;
  private final TransferLog said = new TransferLog();
  private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE, // places bound them
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("tftp-", 0).factory());
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
    this.buffers = new Buffers(limits.bufferBytes());
  }

  /**
   * Begins to listen; call it once.
   *
   * @throws IOException when the port is taken or not allowed
   */
  public void start() throws IOException {
    DatagramChannel opened = DatagramChannel.open();
    try {
      opened.setOption(StandardSocketOptions.SO_RCVBUF, UNREAD_BYTES);
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
    ByteBuffer packet = ByteBuffer.allocateDirect(TransferRequest.MOST_BYTES + 1);
    while (open.isOpen()) {
      try {
        InetSocketAddress client = (InetSocketAddress) open.receive(packet.clear());
        TransferRequest request = TransferRequest.parse(packet.flip(), limits);
        if (request != null) {
          admit(client, request);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException | RuntimeException e) {
        // one request must not end the port for all
        said.failed.say("TFTP request lost: " + e);
        log.debug("TFTP request lost", e);
      }
    }
  }

  private void admit(InetSocketAddress client, TransferRequest request) {
    said.tell();
    @Nullable Place place = places.take(client.getAddress());
    if (place == null) {
      said.waiting.say(client + " has to wait: too many transfers under way");
      return;
    }
    try {
      threads.execute(
          () -> {
            try {
              serve(client, place, request);
            } finally {
              places.giveBack(place);
            }
          });
    } catch (RuntimeException | OutOfMemoryError e) {
      places.giveBack(place);
      said.failed.say(client + " cannot be served, no thread for it: " + e);
    }
  }

  private void serve(InetSocketAddress client, Place place, TransferRequest request) {
    try (Peer peer = new Peer(bind.getAddress(), client)) {
      peers.add(peer);
      try {
        // closed in the meantime: then nobody else closes this peer
        if (isListening()) {
          place.begins(peer);
          new Transfer(
                  source, limits, buffers, said, client, () -> places.acknowledged(place), peer)
              .serve(request);
        }
      } finally {
        peers.remove(peer);
      }
    } catch (SocketException | ClosedChannelException e) {
      log.debug("{} is gone: {}", client, e.toString());
    } catch (IOException | RuntimeException e) {
      said.failed.say("transfer to " + client + " failed: " + e);
      log.debug("transfer to {} failed", client, e);
    }
  }

  /** Threads that serve transfers now. */
  int busy() {
    return places.busy();
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
