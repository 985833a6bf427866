package org.novabm.deploy.agent.http;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets connections in, and turns those out that take too long. When all places are taken, one gives
 * way that has not sent a whole request yet: the oldest of the address that has most. An honest
 * caller has sent his within a round trip, so a crowd that drips or idles turns out itself.
 */
final class Door {

  private static final long NEWCOMER_NANOS = 1_000_000_000L;

  private final HttpBounds bounds;
  private final Set<GuardedConnection> visits = new LinkedHashSet<>();
  private final Map<GuardedConnection, Outflow> transfers = new HashMap<>();

  Door(HttpBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * The visit of a new connection; null when it must go, since none gives way to it. It may be one
   * too many while others are about to give way.
   */
  synchronized @Nullable GuardedConnection admit(Channel channel, InetAddress client) {
    Predicate<GuardedConnection> own = visit -> visit.client().equals(client);
    if (count(own) >= bounds.connectionsPerClient() && !turnOut(own)) {
      return null;
    }
    boolean room = count(_ -> true) < bounds.connections() || turnOut(_ -> true);
    if (!room && visits.stream().noneMatch(GuardedConnection::isPassing)) {
      return null;
    }
    GuardedConnection visit = new GuardedConnection(channel, client, bounds.requestTime());
    visits.add(visit);
    return visit;
  }

  private long count(Predicate<GuardedConnection> which) {
    return visits.stream().filter(visit -> !visit.isCut()).filter(which).count();
  }

  /** Whether others have to wait outside, until some are closed or stuck. */
  synchronized boolean isCrowded() {
    return visits.size() >= bounds.mostConnections()
        && visits.stream().anyMatch(visit -> visit.isCut() || visit.isPassing());
  }

  private boolean turnOut(Predicate<GuardedConnection> which) {
    Map<InetAddress, Integer> crowd = new HashMap<>();
    visits.stream()
        .filter(visit -> !visit.isCut())
        .forEach(visit -> crowd.merge(visit.client(), 1, Integer::sum));
    @Nullable GuardedConnection leaver =
        visits.stream()
            .filter(GuardedConnection::givesWay)
            .filter(which)
            .max(
                Comparator.<GuardedConnection>comparingInt(
                        visit -> crowd.getOrDefault(visit.client(), 0))
                    .thenComparingLong(GuardedConnection::waiting))
            .orElse(null);
    if (leaver != null) {
      leaver.cut();
    }
    return leaver != null;
  }

  synchronized void gone(GuardedConnection visit) {
    visits.remove(visit);
  }

  /** Cuts whoever has kept us waiting for too long, and those for whom there is no place. */
  synchronized void sweep() {
    visits.stream()
        .filter(visit -> !visit.isCut() && visit.isOverdue())
        .forEach(GuardedConnection::cut);
    boolean fewer = true;
    while (fewer && count(_ -> true) > bounds.connections()) {
      fewer = turnOut(_ -> true);
    }
  }

  /**
   * Takes a place among the transfers, to be given back by {@link #ends}. When all are taken, the
   * slowest gives way of those who are not known.
   */
  synchronized boolean begins(GuardedConnection visit, Outflow outflow) {
    long own =
        transfers.keySet().stream().filter(one -> one.client().equals(visit.client())).count();
    if (own >= bounds.transfersPerClient()) {
      return false;
    }
    if (transfers.size() >= bounds.transfers() && !endSlowest()) {
      return false;
    }
    transfers.put(visit, outflow);
    return true;
  }

  private boolean endSlowest() {
    Iterator<Map.Entry<GuardedConnection, Outflow>> slow =
        transfers.entrySet().stream()
            .filter(one -> !one.getValue().known() && one.getValue().nanos() > NEWCOMER_NANOS)
            .sorted(Comparator.comparingDouble(one -> one.getValue().rate()))
            .iterator();
    if (!slow.hasNext()) {
      return false;
    }
    GuardedConnection slowest = slow.next().getKey();
    transfers.remove(slowest);
    slowest.cut();
    return true;
  }

  synchronized void ends(GuardedConnection visit) {
    transfers.remove(visit);
  }

  synchronized void turnOutAll() {
    visits.forEach(GuardedConnection::cut);
  }

  /** How many there are now. */
  synchronized int visits() {
    return visits.size();
  }

  synchronized int transfers() {
    return transfers.size();
  }
}
