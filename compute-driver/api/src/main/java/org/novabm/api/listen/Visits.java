package org.novabm.api.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novabm.api.ApiLimits;
import org.novabm.api.listen.Visit.Stage;

/**
 * All connections there are. When there is no place for a new one, the oldest that has not shown
 * the token yet gives way: a caller who has it needs a few milliseconds to show it, and one who has
 * not cannot keep others out by waiting. The milliseconds count from when we looked: on a busy
 * machine, what a caller sent at once may lie unread for longer. Safe for many threads.
 */
public final class Visits {

  /** Those who come behind wait in the kernel's queue meanwhile. */
  static final Duration GRACE = Duration.ofMillis(25);

  /** The longest that we take to look; a machine so slow has other cares. */
  static final Duration OUR_DELAY = Duration.ofSeconds(1);

  private final ApiLimits limits;
  private final Turned turned;
  private final LongSupplier clock;
  private final LongConsumer pause;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();

  /** Hears how many connections had to go before they were served, and why. */
  public interface Turned {
    void away(String address, String why);
  }

  public Visits(ApiLimits limits, Turned turned) {
    this(limits, turned, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * With a clock of its own.
   *
   * @param clock nanoseconds, only going forward
   * @param pause waits for so many of them; for none when there are less than 1
   */
  Visits(ApiLimits limits, Turned turned, LongSupplier clock, LongConsumer pause) {
    this.limits = limits;
    this.turned = turned;
    this.clock = clock;
    this.pause = pause;
  }

  /** There is a place for this connection, or one is made; asked by one thread at a time. */
  boolean admit(SocketChannel channel) {
    InetSocketAddress from;
    try {
      from = (InetSocketAddress) channel.getRemoteAddress();
    } catch (IOException _) {
      // gone before it was looked at
      return false;
    }
    visits.values().removeIf(Visit::isClosed);
    String address = from.getAddress().getHostAddress();
    String network = CallerNetwork.of(from.getAddress());
    Predicate<Visit> same = visit -> visit.network().equals(network);
    if (!room(limits.connectionsPerAddress(), same, address)
        || !room(limits.connections(), visit -> true, address)) {
      return false;
    }
    visits.put(
        key(address, from.getPort()), new Visit(channel, address, network, clock.getAsLong()));
    return true;
  }

  private boolean room(int most, Predicate<Visit> among, String newcomer) {
    while (visits.values().stream().filter(among).filter(visit -> !isLeaving(visit)).count()
        >= most) {
      Visit oldest = oldestWaiting(among);
      if (oldest == null) {
        turned.away(newcomer, "all connections are in use by callers with the token");
        return false;
      }
      long now = clock.getAsLong();
      pause.accept(awaitsUs(oldest, now) ? GRACE.toNanos() : GRACE.toNanos() - oldest.waited(now));
      now = clock.getAsLong();
      // if it showed the token meanwhile, the next oldest is not much younger
      if (oldest.is(Stage.ARRIVING)
          && !awaitsUs(oldest, now)
          && oldest.waited(now) >= GRACE.toNanos()) {
        oldest.dismiss(now);
        turned.away(oldest.address(), "another connection needed its place");
      }
    }
    return true;
  }

  private static boolean awaitsUs(Visit visit, long now) {
    return visit.awaitsUs() && visit.lasted(now) < OUR_DELAY.toNanos();
  }

  private static boolean isLeaving(Visit visit) {
    return visit.is(Stage.DISMISSED);
  }

  private @Nullable Visit oldestWaiting(Predicate<Visit> among) {
    long now = clock.getAsLong();
    return visits.values().stream()
        .filter(among)
        .filter(visit -> visit.is(Stage.ARRIVING))
        .max(
            Comparator.comparing((Visit visit) -> !awaitsUs(visit, now))
                .thenComparingLong(visit -> visit.waited(now))
                .thenComparingLong(visit -> visit.lasted(now)))
        .orElse(null);
  }

  /** Ends what takes too long; called every now and then. */
  void sweep() {
    long now = clock.getAsLong();
    for (Visit visit : visits.values()) {
      if (overdue(visit, Stage.ARRIVING, limits.request(), now)) {
        visit.dismiss(now);
        turned.away(visit.address(), "no whole request with the token came in time");
      } else if (overdue(visit, Stage.ANSWERED, limits.answer(), now)) {
        visit.dismiss(now);
        turned.away(visit.address(), "the answer was not read in time");
      }
    }
    visits.values().removeIf(Visit::isClosed);
  }

  private static boolean overdue(Visit visit, Stage stage, Duration within, long now) {
    return visit.is(stage) && visit.lasted(now) > within.toNanos();
  }

  /** A thread begins to read what the caller sent. */
  void beginRead(String address, int port) {
    Visit visit = visits.get(key(address, port));
    if (visit != null) {
      visit.beginRead();
    }
  }

  /** It has read what there was. */
  void endRead(String address, int port) {
    Visit visit = visits.get(key(address, port));
    if (visit != null) {
      visit.endRead(clock.getAsLong());
    }
  }

  /** The caller at this address and port showed the token and his call is worked on. */
  public void inside(String address, int port) {
    goesOn(address, port, Stage.INSIDE);
  }

  /** From now on the caller reads. */
  public void answered(String address, int port) {
    goesOn(address, port, Stage.ANSWERED);
  }

  /** His call is done, and he may make another one. */
  public void done(String address, int port) {
    goesOn(address, port, Stage.ARRIVING);
  }

  /** The connection is a WebSocket now. */
  public void upgraded(String address, int port) {
    goesOn(address, port, Stage.UPGRADED);
  }

  private void goesOn(String address, int port, Stage stage) {
    Visit visit = visits.get(key(address, port));
    if (visit != null) {
      visit.goesOn(stage, clock.getAsLong());
    }
  }

  private static String key(String address, int port) {
    return address + "|" + port;
  }

  /** Connections that are not closed. */
  int count() {
    visits.values().removeIf(Visit::isClosed);
    return visits.size();
  }
}
