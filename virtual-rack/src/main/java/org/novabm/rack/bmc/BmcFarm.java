package org.novabm.rack.bmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Collection;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.bmc.FaultRules.Mishap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated BMCs, each at a UDP address of its own, all on one thread. The network between, with
 * its delays and losses, is here too.
 */
public final class BmcFarm implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BmcFarm.class);
  private static final int LARGEST = 1024;
  private static final int FLOOD = 100;

  private final Selector selector;
  private final Algorithms algorithms = new Algorithms();
  private final SplittableRandom chance;
  private final Collection<DatagramChannel> channels = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Late> late = new PriorityQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final Thread thread = Thread.ofPlatform().name("bmc-farm").unstarted(this::serve);

  /** An answer that is still on its way. */
  private record Late(long due, DatagramChannel channel, ByteBuffer packet, SocketAddress to)
      implements Comparable<Late> {
    @Override
    public int compareTo(Late other) {
      return Long.signum(due - other.due);
    }
  }

  private BmcFarm(Selector selector, long seed) {
    this.selector = selector;
    this.chance = new SplittableRandom(seed);
  }

  /** A farm without BMCs. */
  public static BmcFarm start() {
    try {
      BmcFarm farm = new BmcFarm(Selector.open(), 1);
      farm.thread.setDaemon(true);
      farm.thread.start();
      return farm;
    } catch (IOException e) {
      throw new UncheckedIOException("no farm of BMCs", e);
    }
  }

  /**
   * A further BMC, which answers from now on.
   *
   * @param at where; port 0 for a free one
   */
  public SimulatedBmc add(InetSocketAddress at, BmcPlan plan) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      channel.bind(at).configureBlocking(false);
      InetSocketAddress address = (InetSocketAddress) channel.getLocalAddress();
      SimulatedBmc bmc = new SimulatedBmc(address, plan, algorithms, chance.split());
      channels.add(channel);
      channel.register(selector, SelectionKey.OP_READ, bmc);
      selector.wakeup();
      return bmc;
    } catch (IOException e) {
      throw new UncheckedIOException("no BMC at " + at + ": " + e.getMessage(), e);
    }
  }

  /** Packets that came to all BMCs, lost ones not counted. */
  public long received() {
    return received.sum();
  }

  /** Packets that all BMCs sent, lost ones not counted. */
  public long sent() {
    return sent.sum();
  }

  private void serve() {
    try {
      while (true) {
        selector.select(this::receiveAll, patience());
        sendLate();
      }
    } catch (ClosedSelectorException e) {
      log.debug("the farm is closed");
    } catch (IOException | RuntimeException e) {
      log.error("the farm of BMCs broke down", e);
    }
  }

  /** In milliseconds, 0 for no end; an answer is never early, and hardly a millisecond late. */
  private long patience() {
    Late next = late.peek();
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime()));
  }

  private void receiveAll(SelectionKey key) {
    DatagramChannel channel = (DatagramChannel) key.channel();
    SimulatedBmc bmc = (SimulatedBmc) key.attachment();
    try {
      SocketAddress sender = channel.receive(buffer.clear());
      while (sender != null) {
        byte[] packet = new byte[buffer.flip().remaining()];
        buffer.get(packet);
        answer(channel, bmc, packet, sender);
        sender = channel.receive(buffer.clear());
      }
    } catch (IOException e) {
      log.debug("a BMC of the farm cannot receive", e);
    }
  }

  private void answer(
      DatagramChannel channel, SimulatedBmc bmc, byte[] packet, SocketAddress sender)
      throws IOException {
    if (bmc.faults().dead() || bmc.happens(Mishap.LOSS)) {
      return;
    }
    received.increment();
    byte @Nullable [] answer = bmc.answer(packet);
    if (answer == null || bmc.happens(Mishap.LOSS)) {
      return;
    }
    int copies = bmc.happens(Mishap.FLOOD) ? FLOOD : bmc.happens(Mishap.DUPLICATE) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      post(channel, bmc, answer, sender);
    }
  }

  private void post(DatagramChannel channel, SimulatedBmc bmc, byte[] answer, SocketAddress to)
      throws IOException {
    long delay = bmc.faults().delay().toNanos();
    ByteBuffer packet = ByteBuffer.wrap(answer);
    if (delay == 0) {
      send(channel, packet, to);
    } else {
      late.add(new Late(System.nanoTime() + delay, channel, packet, to));
    }
  }

  private void sendLate() throws IOException {
    for (Late next = late.peek();
        next != null && System.nanoTime() - next.due() >= 0;
        next = late.peek()) {
      late.remove();
      send(next.channel(), next.packet(), next.to());
    }
  }

  private void send(DatagramChannel channel, ByteBuffer packet, SocketAddress to)
      throws IOException {
    if (channel.isOpen()) {
      channel.send(packet, to);
      sent.increment();
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
      for (DatagramChannel channel : channels) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the farm of BMCs does not close", e);
    }
  }
}
