package org.novabm.deploy.tftp;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transfers under way, in all and for each client. When there is no place, the oldest gives way
 * whose client has acknowledged nothing: perhaps it never asked.
 */
final class Places {

  private final int most;
  private final int mostPerClient;
  private final Map<InetAddress, Integer> ofClient = new HashMap<>();

  /** Those whose clients have acknowledged nothing, in the order in which they came. */
  private final Set<Place> unproven = new LinkedHashSet<>();

  private final Set<Place> proven = new LinkedHashSet<>();

  /** Threads of those that gave way and have not noticed yet. */
  private int leaving;

  Places(int most, int mostPerClient) {
    this.most = most;
    this.mostPerClient = mostPerClient;
  }

  /** Takes a place, to be given back; null when none is free and none gives way. */
  synchronized @Nullable Place take(InetAddress client) {
    boolean ownPlace = ofClient.getOrDefault(client, 0) < mostPerClient || oneGivesWay(client);
    boolean place = ownPlace && (unproven.size() + proven.size() < most || oneGivesWay(null));
    if (!place) {
      return null;
    }
    Place taken = new Place(client);
    unproven.add(taken);
    ofClient.merge(client, 1, Integer::sum);
    return taken;
  }

  private boolean oneGivesWay(@Nullable InetAddress of) {
    if (leaving > most / 4) {
      return false;
    }
    for (Place place : unproven) {
      if (of == null || place.client().equals(of)) {
        leave(place);
        leaving++;
        place.giveWay();
        return true;
      }
    }
    return false;
  }

  private boolean leave(Place place) {
    boolean was = unproven.remove(place) || proven.remove(place);
    if (was) {
      ofClient.computeIfPresent(place.client(), (_, own) -> own == 1 ? null : own - 1);
    }
    return was;
  }

  /** The client has answered from its port, so it is really there; it keeps its place. */
  synchronized void acknowledged(Place place) {
    if (unproven.remove(place)) {
      proven.add(place);
    }
  }

  synchronized void giveBack(Place place) {
    if (!leave(place)) {
      leaving--;
    }
  }

  /** How many threads there are for transfers. */
  synchronized int busy() {
    return unproven.size() + proven.size() + leaving;
  }
}
