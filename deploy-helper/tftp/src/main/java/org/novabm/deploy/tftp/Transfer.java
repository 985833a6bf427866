package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from its first packet to its end. */
final class Transfer {

  private static final Logger log = LoggerFactory.getLogger(Transfer.class);

  /** How it ended. */
  private enum End {
    COMPLETE,
    CLIENT_STOPPED,
    NO_ANSWER,
    TOO_LONG
  }

  private final FileSource source;
  private final TftpSettings limits;
  private final InetSocketAddress client;
  private final Peer peer;
  private final long start = System.nanoTime();

  Transfer(FileSource source, TftpSettings limits, InetSocketAddress client, Peer peer) {
    this.source = source;
    this.limits = limits;
    this.client = client;
    this.peer = peer;
  }

  /**
   * Serves the request.
   *
   * @throws IOException when the client can no longer be reached
   */
  void serve(Request request) throws IOException {
    switch (request) {
      case Request.Refused(TftpError error) -> refuse("a request", error);
      case Request.Read read -> serve(read);
    }
  }

  private void serve(Request.Read read) throws IOException {
    try (TftpContent content = open(read.name())) {
      if (content != null) {
        send(read, content);
      }
    }
  }

  private @Nullable TftpContent open(String name) throws IOException {
    try {
      TftpContent content = source.open(name, client.getAddress());
      if (content == null) {
        refuse(name, TftpError.NOT_FOUND);
      }
      return content;
    } catch (AccessDeniedException e) {
      refuse(name, TftpError.DENIED);
    } catch (IOException e) {
      log.warn("{} asks for {}, which cannot be read", client, name, e);
      refuse(name, TftpError.UNREADABLE);
    }
    return null;
  }

  private void refuse(String what, TftpError error) throws IOException {
    log.info("{} asks for {}: {}", client, what, error.message());
    peer.send(error.packet());
  }

  private void send(Request.Read read, TftpContent content) throws IOException {
    Agreement agreement = Agreement.on(read.options(), content.size(), limits);
    try (BlockReader blocks = new BlockReader(content, agreement)) {
      End end = agreement.options().isEmpty() ? End.COMPLETE : greet(agreement);
      if (end == End.COMPLETE) {
        end = sendBlocks(blocks, agreement);
      }
      if (end == End.COMPLETE) {
        content.acknowledged();
      }
      report(read.name(), content.size(), end);
    }
  }

  /** Sends the options granted until the client accepts them by acknowledging block 0. */
  private End greet(Agreement agreement) throws IOException {
    ByteBuffer packet = agreement.packet();
    for (int tries = 0; tries < limits.tries(); tries++) {
      peer.send(packet.rewind());
      long deadline = System.nanoTime() + agreement.retransmitAfter().toNanos();
      Peer.Answer answer = await(deadline);
      while (answer == Peer.Answer.ACK && peer.block() != 0) {
        answer = await(deadline);
      }
      if (answer != Peer.Answer.NONE) {
        return answer == Peer.Answer.ACK ? End.COMPLETE : End.CLIENT_STOPPED;
      }
    }
    return End.NO_ANSWER;
  }

  private End sendBlocks(BlockReader blocks, Agreement agreement) throws IOException {
    SendWindow window = new SendWindow(blocks.blocks(), agreement.windowBlocks());
    long longest = limits.longest().toNanos();
    int tries = 0;
    while (System.nanoTime() - start < longest) {
      for (long block = window.first(); block <= window.last(); block++) {
        blocks.send(block, peer);
      }
      long first = window.first();
      switch (awaitNext(window, agreement.retransmitAfter())) {
        case ACK -> tries = window.first() == first ? tries : 0;
        case NONE -> tries++;
        case ERROR, OTHER -> {
          return End.CLIENT_STOPPED;
        }
      }
      if (window.first() > blocks.blocks()) {
        return End.COMPLETE;
      }
      if (tries == limits.tries()) {
        return End.NO_ANSWER;
      }
    }
    return End.TOO_LONG;
  }

  /** Waits until there is something to send: ACK, or NONE when the time has passed. */
  private Peer.Answer awaitNext(SendWindow window, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Peer.Answer answer = await(deadline);
      if (answer == Peer.Answer.NONE) {
        window.timedOut();
      }
      if (answer != Peer.Answer.ACK
          || window.acknowledged(peer.block()) != SendWindow.Next.IGNORE) {
        return answer;
      }
    }
  }

  /**
   * What is ignored must not put off the deadline: a chatty client could hold its place for ever.
   */
  private Peer.Answer await(long deadline) throws IOException {
    long left = deadline - System.nanoTime();
    Peer.Answer answer = left <= 0 ? Peer.Answer.NONE : peer.receive(Duration.ofNanos(left));
    switch (answer) {
      case ERROR -> log.debug("{} ends its transfer: {}", client, peer.complaint());
      case OTHER -> peer.send(TftpError.ILLEGAL.packet());
      case ACK, NONE -> {}
    }
    return answer;
  }

  private void report(String name, long size, End end) {
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    switch (end) {
      case COMPLETE -> log.info("{} has {}: {} bytes in {} ms", client, name, size, millis);
      case CLIENT_STOPPED -> log.debug("{} stopped its transfer of {}", client, name);
      case NO_ANSWER -> log.info("{} no longer answers, transfer of {} ended", client, name);
      case TOO_LONG -> log.info("{} is too slow, transfer of {} ended", client, name);
    }
  }
}
