package org.novabm.deploy.tftp;

import java.io.EOFException;
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
  private final Buffers buffers;
  private final TransferLog said;
  private final InetSocketAddress client;
  private final Runnable proven;
  private final Peer peer;
  private final long start = System.nanoTime();

  /**
   * A transfer that has not begun.
   *
   * @param proven runs when the client has answered from its port
   */
  Transfer(
      FileSource source,
      TftpSettings limits,
      Buffers buffers,
      TransferLog said,
      InetSocketAddress client,
      Runnable proven,
      Peer peer) {
    this.source = source;
    this.limits = limits;
    this.buffers = buffers;
    this.said = said;
    this.client = client;
    this.proven = proven;
    this.peer = peer;
  }

  /**
   * Serves the request.
   *
   * @throws IOException when the client can no longer be reached
   */
  void serve(TransferRequest request) throws IOException {
    switch (request) {
      case TransferRequest.Refused(String what, TftpError error) -> refuse(what, error);
      case TransferRequest.Read read -> serve(read);
    }
  }

  private void serve(TransferRequest.Read read) throws IOException {
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
      said.failed.say(client + " asks for " + name + ", which cannot be read: " + e);
      log.debug("{} cannot be read", name, e);
      refuse(name, TftpError.UNREADABLE);
    }
    return null;
  }

  private void refuse(String what, TftpError error) throws IOException {
    said.refused.say(client + " asks for " + what + ": " + error.message());
    peer.send(error.packet());
  }

  private void send(TransferRequest.Read read, TftpContent content) throws IOException {
    Agreement agreement = Agreement.on(read.options(), content.size(), limits);
    boolean plain = agreement.options().isEmpty();
    End end =
        plain
            ? offer(firstBlock(content), 1, 1)
            : offer(agreement.packet(), 0, limits.firstTries());
    if (end == End.COMPLETE) {
      proven.run();
      end = sendBlocks(content, agreement, plain);
    }
    if (end == End.COMPLETE) {
      content.acknowledged();
    }
    report(read.name(), content.size(), end);
  }

  /** Without a buffer of the pool, which strangers could empty. */
  private static ByteBuffer firstBlock(TftpContent content) throws IOException {
    int length = (int) Math.min(Agreement.PLAIN_BLOCK, content.size());
    ByteBuffer packet = ByteBuffer.allocate(4 + length).putInt(OpCode.DATA << 16 | 1);
    while (packet.hasRemaining()) {
      if (content.read(packet.position() - 4, packet) <= 0) {
        throw new EOFException("the file has become shorter than " + content.size() + " bytes");
      }
    }
    return packet.flip();
  }

  /**
   * Sends what a request is answered with until the client acknowledges it, and so proves that it
   * is there. Each time is twice as long as the one before.
   */
  private End offer(ByteBuffer packet, int number, int most) throws IOException {
    long end = System.nanoTime() + limits.firstPatience().toNanos();
    Duration patience = limits.retransmitAfter();
    for (int tries = 1; tries <= most; tries++) {
      peer.send(packet.rewind());
      long next = System.nanoTime() + patience.toNanos();
      long deadline = tries == most || next - end > 0 ? end : next;
      Peer.Answer answer = await(deadline);
      while (answer == Peer.Answer.ACK && peer.block() != number) {
        answer = await(deadline);
      }
      if (answer != Peer.Answer.NONE) {
        return answer == Peer.Answer.ACK ? End.COMPLETE : End.CLIENT_STOPPED;
      }
      if (deadline == end) {
        return End.NO_ANSWER;
      }
      patience = patience.multipliedBy(2);
    }
    return End.NO_ANSWER;
  }

  private End sendBlocks(TftpContent content, Agreement agreement, boolean hasFirst)
      throws IOException {
    try (BlockReader blocks = new BlockReader(content, agreement, buffers)) {
      SendWindow window = new SendWindow(blocks.blocks(), agreement.windowBlocks());
      boolean done = hasFirst && window.acknowledged(1) == SendWindow.Next.DONE;
      return done ? End.COMPLETE : sendBlocks(blocks, window, agreement.retransmitAfter());
    }
  }

  private End sendBlocks(BlockReader blocks, SendWindow window, Duration patience)
      throws IOException {
    long longest = limits.longest().toNanos();
    int tries = 0;
    while (System.nanoTime() - start < longest) {
      for (long block = window.first(); block <= window.last(); block++) {
        blocks.send(block, peer);
      }
      long first = window.first();
      switch (awaitNext(window, patience)) {
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
      case COMPLETE ->
          said.complete.say("%s has %s: %d bytes in %d ms".formatted(client, name, size, millis));
      case CLIENT_STOPPED -> log.debug("{} stopped its transfer of {}", client, name);
      case NO_ANSWER ->
          said.silent.say(client + " does not answer, transfer of " + name + " ended");
      case TOO_LONG -> said.silent.say(client + " is too slow, transfer of " + name + " ended");
    }
  }
}
