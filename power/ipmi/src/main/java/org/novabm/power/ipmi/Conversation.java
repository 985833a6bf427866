package org.novabm.power.ipmi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.MalformedPacketException;

/**
 * Questions to one BMC and its answers, under one session id of ours. One thread asks at a time;
 * the socket's thread delivers.
 */
final class Conversation implements AutoCloseable {

  /** Answers to one question and to its repetitions; a peer cannot make us keep more. */
  private static final int MOST_WAITING = 8;

  private static final byte[] NOTHING = {};

  private final int id;
  private final InetSocketAddress bmc;
  private final BmcSocket socket;
  private final Traffic traffic;
  private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(MOST_WAITING);
  private final RoundTrip roundTrip;
  private boolean repeated;
  private int dropped;
  private DropReason lastDropped = DropReason.UNEXPECTED;

  /** Finds in a packet the answer that is waited for. */
  interface AnswerReader<T> {

    /**
     * @return null when the packet is not the answer; the reason has been counted
     */
    @Nullable T read(byte[] packet) throws MalformedPacketException;
  }

  Conversation(
      int id, InetSocketAddress bmc, RoundTrip roundTrip, BmcSocket socket, Traffic traffic) {
    this.id = id;
    this.bmc = bmc;
    this.roundTrip = roundTrip;
    this.socket = socket;
    this.traffic = traffic;
  }

  int id() {
    return id;
  }

  InetSocketAddress bmc() {
    return bmc;
  }

  /** Whether any question had to be sent more than once. */
  boolean repeated() {
    return repeated;
  }

  /** Packets that came and were not believed, for messages; empty when there were none. */
  String complaint() {
    return dropped == 0
        ? ""
        : "; %d packets of it were dropped, the last one for: %s"
            .formatted(dropped, lastDropped.words());
  }

  void deliver(byte[] packet) {
    if (!inbox.offer(packet)) {
      traffic.countDropped(DropReason.FLOOD);
    }
  }

  /**
   * Sends a question, again after every waiting time, until its answer is there.
   *
   * @param question made anew for every sending, since a session numbers its packets
   * @return null when the deadline was over first
   */
  <T> @Nullable T ask(Supplier<byte[]> question, AnswerReader<T> reader, CommandDeadline deadline)
      throws IOException, InterruptedException {
    DoublingPauses backoff = roundTrip.betweenSendings();
    boolean first = true;
    do {
      repeated |= !first;
      long sent = System.nanoTime();
      tell(question.get());
      T answer = await(reader, sent + backoff.nextNanos(deadline));
      if (answer != null) {
        if (first) {
          roundTrip.measured(System.nanoTime() - sent);
        }
        return answer;
      }
      first = false;
    } while (!deadline.isOver());
    return null;
  }

  /** The tag of the next question outside of a session, 0 to 255. */
  int nextTag() {
    return socket.nextTag();
  }

  /**
   * Waits for any packet.
   *
   * @return null when none came in time; empty when {@link #wake} was called
   */
  byte @Nullable [] receive(long nanos) throws InterruptedException {
    return inbox.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /** Lets {@link #receive} return; when it would return anyway, does nothing. */
  void wake() {
    inbox.offer(NOTHING);
  }

  /** The waiting times of one question. */
  DoublingPauses betweenSendings() {
    return roundTrip.betweenSendings();
  }

  /** Sends a packet and waits for nothing. */
  void tell(byte[] packet) throws IOException {
    socket.send(packet, bmc);
  }

  private <T> @Nullable T await(AnswerReader<T> reader, long until) throws InterruptedException {
    while (true) {
      byte[] packet = inbox.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (packet == null) {
        return null;
      }
      T answer = read(reader, packet);
      if (answer != null) {
        return answer;
      }
    }
  }

  private <T> @Nullable T read(AnswerReader<T> reader, byte[] packet) {
    if (packet.length == 0) {
      return null;
    }
    try {
      return reader.read(packet);
    } catch (MalformedPacketException e) {
      drop(DropReason.MALFORMED);
      return null;
    }
  }

  void drop(DropReason reason) {
    dropped++;
    lastDropped = reason;
    traffic.countDropped(reason);
  }

  @Override
  public void close() {
    socket.forget(this);
  }
}
