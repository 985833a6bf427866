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
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.novabm.rack.bmc.BmcNetwork.Station;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Simulated BMCs, each at a UDP address of its own, all on one thread. */
public final class BmcFarm implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BmcFarm.class);
  private static final int LARGEST = 1024;

  private final Selector selector;
  private final Algorithms algorithms = new Algorithms();
  private final SplittableRandom chance;
  private final Collection<DatagramChannel> channels = new ConcurrentLinkedQueue<>();
  private final Queue<Station> talkative = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
  private final BmcNetwork network = new BmcNetwork();
  private final Thread thread = Thread.ofPlatform().name("bmc-farm").unstarted(this::serve);

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
      Station station = new Station(channel, bmc);
      plan.serial().whenSaid(() -> wake(station));
      channels.add(channel);
      channel.register(selector, SelectionKey.OP_READ, station);
      selector.wakeup();
      return bmc;
    } catch (IOException e) {
      throw new UncheckedIOException("no BMC at " + at + ": " + e.getMessage(), e);
    }
  }

  private void wake(Station station) {
    if (!Thread.currentThread().equals(thread)) {
      talkative.add(station);
      selector.wakeup();
    }
  }

  /** Packets that came to all BMCs, lost ones not counted. */
  public long received() {
    return network.received();
  }

  /** Packets that all BMCs sent, lost ones not counted. */
  public long sent() {
    return network.sent();
  }

  private void serve() {
    try {
      while (true) {
        selector.select(this::receiveAll, network.patience());
        network.goOn();
        for (Station next = talkative.poll(); next != null; next = talkative.poll()) {
          network.serve(next);
        }
      }
    } catch (ClosedSelectorException e) {
      log.debug("the farm is closed");
    } catch (IOException | RuntimeException e) {
      log.error("the farm of BMCs broke down", e);
    }
  }

  private void receiveAll(SelectionKey key) {
    Station station = (Station) key.attachment();
    try {
      SocketAddress sender = station.channel().receive(buffer.clear());
      while (sender != null) {
        byte[] packet = new byte[buffer.flip().remaining()];
        buffer.get(packet);
        network.bring(station, packet, sender);
        sender = station.channel().receive(buffer.clear());
      }
    } catch (IOException e) {
      log.debug("a BMC of the farm cannot receive", e);
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
