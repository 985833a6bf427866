package org.novabm.deploy.agent;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's table of IPv6 neighbours, from the program {@code ip}, where it is installed. It is
 * read as a whole, for all who ask in the meantime and a few times a second at most: strangers
 * cannot have us start a process for each of their packets. What was found is good for a second;
 * that somebody is not there, only for those who asked before the table was read, or who is new
 * would go unseen for as long.
 */
final class SolicitedNeighbours implements Lookout {

  /** About 3,000 neighbours, of which the kernel keeps 1,024 unless it is told otherwise. */
  static final int MOST_BYTES = 256 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(SolicitedNeighbours.class);

  private static final List<String> LINE = List.of("ip", "-6", "neigh", "show");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Pattern ENTRY =
      Pattern.compile("([0-9a-f:.]+) dev (\\S+) lladdr ([0-9a-f:]{17})\\b.*");

  private final Supplier<String> listing;
  private final LongSupplier nanoTime;
  private final ReentrantLock reading = new ReentrantLock(true);
  private volatile Table table;

  /**
   * What was read.
   *
   * @param begun when reading began
   */
  private record Table(long begun, Map<String, MacAddress> cards) {}

  /** Of this host. */
  SolicitedNeighbours() {
    this(SolicitedNeighbours::listed, System::nanoTime);
  }

  /**
   * Of a host.
   *
   * @param listing what {@code ip -6 neigh show} prints
   */
  SolicitedNeighbours(Supplier<String> listing, LongSupplier nanoTime) {
    this.listing = listing;
    this.nanoTime = nanoTime;
    this.table = new Table(nanoTime.getAsLong() - GOOD_NANOS, Map.of());
  }

  @Override
  public @Nullable MacAddress cardOf(InetAddress address) {
    String name = name(address, interfaceOf(address));
    long asked = nanoTime.getAsLong();
    Table known = table;
    @Nullable MacAddress card = known.cards().get(name);
    return card != null && asked - known.begun() < GOOD_NANOS
        ? card
        : readSince(asked).cards().get(name);
  }

  /** The table as it was at that time or later. */
  private Table readSince(long asked) {
    try {
      reading.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return table;
    }
    try {
      if (table.begun() - asked <= 0) {
        TimeUnit.NANOSECONDS.sleep(table.begun() + BETWEEN_NANOS - nanoTime.getAsLong());
        long begun = nanoTime.getAsLong();
        table = new Table(begun, cards(listing.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reading.unlock();
    }
    return table;
  }

  private static Map<String, MacAddress> cards(String text) {
    Map<String, MacAddress> cards = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher entry = ENTRY.matcher(line.strip());
      if (entry.matches()) {
        InetAddress address = InetAddress.ofLiteral(entry.group(1));
        cards.put(name(address, entry.group(2)), new MacAddress(entry.group(3)));
      }
    }
    return cards;
  }

  /** An address of one link alone is somebody else's on the next. */
  private static String name(InetAddress address, String device) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address.isLinkLocalAddress() ? text + "%" + device : text;
  }

  private static String interfaceOf(InetAddress address) {
    try {
      @Nullable NetworkInterface device =
          address instanceof Inet6Address scoped && address.isLinkLocalAddress()
              ? NetworkInterface.getByIndex(scoped.getScopeId())
              : null;
      return device == null ? "" : device.getName();
    } catch (SocketException e) {
      return "";
    }
  }

  private static String listed() {
    try {
      ForeignProgram.Ending ending =
          new ForeignProgram("IPv6 neighbours", LINE, MOST_BYTES).run(Deadline.in(PATIENCE));
      if (ending.done()) {
        return ending.text();
      }
      LOG.debug("nothing is known of IPv6 neighbours: {}", ending.brief());
    } catch (BackendException e) {
      LOG.debug("nothing is known of IPv6 neighbours: {}", e.getMessage());
    }
    return "";
  }
}
