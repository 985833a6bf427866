package org.novabm.rack.bmc;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.bmc.FaultRules.Mishap;

/** The network between simulated BMCs and the world, with its delays and losses. One thread. */
final class BmcNetwork {

  private static final int FLOOD = 100;

  private final PriorityQueue<Late> late = new PriorityQueue<>();
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();

  /** A BMC and its place on the network. */
  record Station(DatagramChannel channel, SimulatedBmc bmc) {}

  /** Something to be done at a time. */
  private record Late(long due, Action action) implements Comparable<Late> {
    @Override
    public int compareTo(Late other) {
      return Long.signum(due - other.due);
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Packets that came, lost ones not counted. */
  long received() {
    return received.sum();
  }

  /** Packets that were sent, lost ones not counted. */
  long sent() {
    return sent.sum();
  }

  /** In milliseconds, 0 for no end; an answer is never early, and hardly a millisecond late. */
  long patience() {
    Late next = late.peek();
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime()));
  }

  /** Does what is due. */
  void goOn() throws IOException {
    for (Late next = late.peek();
        next != null && System.nanoTime() - next.due() >= 0;
        next = late.peek()) {
      late.remove();
      next.action().run();
    }
  }

  /** A packet has come for a BMC. */
  void bring(Station station, byte[] packet, SocketAddress sender) throws IOException {
    SimulatedBmc bmc = station.bmc();
    if (bmc.faults().dead() || bmc.happens(Mishap.LOSS)) {
      return;
    }
    received.increment();
    byte @Nullable [] answer = bmc.answer(packet, sender);
    if (answer != null) {
      carry(station, answer, sender);
    }
    serve(station);
  }

  /** Sends what a BMC has to say by itself, and looks again when it may have more. */
  void serve(Station station) throws IOException {
    SimulatedBmc bmc = station.bmc();
    if (bmc.faults().dead()) {
      return;
    }
    SocketAddress console = bmc.console();
    byte @Nullable [] packet = bmc.further();
    while (packet != null && console != null) {
      carry(station, packet, console);
      packet = bmc.further();
    }
    long due = bmc.furtherDue();
    if (due != 0) {
      late.add(new Late(due, () -> serve(station)));
    }
  }

  private void carry(Station station, byte[] packet, SocketAddress to) throws IOException {
    SimulatedBmc bmc = station.bmc();
    if (bmc.happens(Mishap.LOSS)) {
      return;
    }
    int copies = bmc.happens(Mishap.FLOOD) ? FLOOD : bmc.happens(Mishap.DUPLICATE) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      post(station, packet, to);
    }
  }

  private void post(Station station, byte[] packet, SocketAddress to) throws IOException {
    long delay = station.bmc().faults().delay().toNanos();
    if (delay == 0) {
      send(station.channel(), packet, to);
    } else {
      late.add(new Late(System.nanoTime() + delay, () -> send(station.channel(), packet, to)));
    }
  }

  private void send(DatagramChannel channel, byte[] packet, SocketAddress to) throws IOException {
    if (channel.isOpen()) {
      channel.send(ByteBuffer.wrap(packet), to);
      sent.increment();
    }
  }
}
