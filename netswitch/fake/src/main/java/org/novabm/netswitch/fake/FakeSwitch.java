package org.novabm.netswitch.fake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** What one fake switch is set to; all methods are atomic. */
final class FakeSwitch {

  private static final PortName MISSING = new PortName("missing");

  private final String endpoint;
  private final Map<PortName, PortMode> ports = new TreeMap<>();
  private final Map<VlanId, Vlan> vlans = new TreeMap<>();
  private final Map<PortName, Set<MacAddress>> admitted = new HashMap<>();
  private final Map<PortName, Aggregate> aggregates = new TreeMap<>();

  FakeSwitch(String endpoint) {
    this.endpoint = endpoint;
  }

  synchronized PortState state(PortName port) {
    if (port.equals(MISSING)) {
      throw refused("no port 'missing' on a fake switch; use any other name");
    }
    return new PortState(port, ports.computeIfAbsent(port, _ -> new Idle()));
  }

  synchronized List<PortState> states() {
    return ports.keySet().stream().filter(port -> bundling(port) == null).map(this::state).toList();
  }

  synchronized PortState set(PortName port, PortMode mode) {
    state(port);
    Aggregate owner = bundling(port);
    if (owner != null) {
      throw refused("port " + port + " is a member of " + owner.name() + "; move that instead");
    }
    carried(mode).forEach(vlan -> vlans.putIfAbsent(vlan, Vlan.of(vlan)));
    ports.put(port, mode);
    return state(port);
  }

  synchronized void add(Vlan vlan) {
    for (Vlan known : vlans.values()) {
      if (known.name().equals(vlan.name()) && !known.id().equals(vlan.id())) {
        throw refused("VLAN " + known.id() + " has the name '" + vlan.name() + "' already");
      }
    }
    vlans.putIfAbsent(vlan.id(), vlan);
  }

  synchronized void remove(VlanId vlan) {
    ports.forEach(
        (port, mode) -> {
          if (mode instanceof Segment segment && segment.carries(vlan)) {
            throw refused("port " + port + " carries VLAN " + vlan + "; detach it first");
          }
        });
    vlans.remove(vlan);
  }

  synchronized void admit(PortName port, Set<MacAddress> macs) {
    state(port);
    admitted.put(port, Set.copyOf(macs));
  }

  synchronized Set<MacAddress> admitted(PortName port) {
    state(port);
    return admitted.getOrDefault(port, Set.of());
  }

  synchronized List<Aggregate> aggregates() {
    return List.copyOf(aggregates.values());
  }

  synchronized void bundle(Aggregate aggregate) {
    for (PortName member : aggregate.members()) {
      Aggregate other = bundling(member);
      if (other != null && !other.name().equals(aggregate.name())) {
        throw refused("port " + member + " is a member of " + other.name());
      }
      state(member);
    }
    aggregates.put(aggregate.name(), aggregate);
    state(aggregate.name());
  }

  synchronized void unbundle(PortName name) {
    Aggregate gone = aggregates.remove(name);
    if (gone != null) {
      ports.remove(name);
      gone.members().forEach(member -> ports.put(member, new Idle()));
    }
  }

  private @Nullable Aggregate bundling(PortName port) {
    return aggregates.values().stream()
        .filter(aggregate -> aggregate.members().contains(port))
        .findFirst()
        .orElse(null);
  }

  private static Set<VlanId> carried(PortMode mode) {
    return switch (mode) {
      case Idle() -> Set.of();
      case Access(var vlan) -> Set.of(vlan);
      case Trunk(var untagged, var tagged) -> {
        Set<VlanId> all = new HashSet<>(tagged);
        if (untagged != null) {
          all.add(untagged);
        }
        yield all;
      }
    };
  }

  private BackendException.Refused refused(String why) {
    return new BackendException.Refused(endpoint, why);
  }
}
