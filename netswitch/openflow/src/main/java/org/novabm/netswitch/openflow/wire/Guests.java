package org.novabm.netswitch.openflow.wire;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected. There is always room for a newcomer as long as a stranger is there that came
 * before it, so that nobody can shut switches out by holding connections: a switch needs a moment
 * to be known, and is not put out from then on.
 */
final class Guests {

  private final CallLimits limits;
  private final Set<Guest> known = new LinkedHashSet<>();
  private final Set<Guest> strangers = new LinkedHashSet<>();
  private final Map<InetAddress, Integer> byAddress = new HashMap<>();

  Guests(CallLimits limits) {
    this.limits = limits;
  }

  /** Lets it in as a stranger; null, or why not even a stranger could give way to it. */
  synchronized @Nullable String enter(Guest guest) {
    if (from(guest.address()) >= limits.perAddress()
        && !putOut(it -> it.address().equals(guest.address()))) {
      return "%d connections from there are open (connections_per_address)"
          .formatted(limits.perAddress());
    }
    if (strangers.size() >= limits.strangers()) {
      putOut(it -> true);
    }
    if (known.size() + strangers.size() >= limits.connections() && !putOut(it -> true)) {
      return "%d connections are open (connections)".formatted(limits.connections());
    }
    strangers.add(guest);
    byAddress.merge(guest.address(), 1, Integer::sum);
    return null;
  }

  private int from(InetAddress address) {
    return byAddress.getOrDefault(address, 0);
  }

  private boolean putOut(Predicate<Guest> which) {
    Guest oldest = strangers.stream().filter(which).findFirst().orElse(null);
    if (oldest == null) {
      return false;
    }
    leave(oldest);
    oldest.hangUp("it gave way to a newer caller");
    return true;
  }

  /** It is a switch of ours, and stays; false when it had to go before. */
  synchronized boolean isKnown(Guest guest) {
    return strangers.remove(guest) && known.add(guest);
  }

  synchronized void leave(Guest guest) {
    if (strangers.remove(guest) || known.remove(guest)) {
      byAddress.computeIfPresent(
          guest.address(), (address, count) -> count == 1 ? null : count - 1);
    }
  }

  synchronized int size() {
    return known.size() + strangers.size();
  }

  synchronized void hangUp() {
    Stream.concat(strangers.stream(), known.stream()).forEach(it -> it.hangUp("we are closing"));
  }
}
