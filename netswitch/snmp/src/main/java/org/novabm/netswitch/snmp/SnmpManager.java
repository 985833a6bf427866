package org.novabm.netswitch.snmp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** One switch; everything is read from it and nothing is remembered between calls. */
final class SnmpManager implements SwitchManager, NeighbourTable {

  private final SnmpSession session;
  private final SnmpSettings settings;
  private final Set<String> uplinks;

  SnmpManager(Endpoint endpoint, SnmpSettings settings, ByteBudget heap) {
    this.session = new SnmpSession(endpoint, settings.access(), heap);
    this.settings = settings;
    this.uplinks = Set.copyOf(settings.uplinks());
  }

  @Override
  public PortState read(PortName name, Duration within) {
    BridgeView now = BridgeView.read(session, Deadline.in(within));
    return state(now, find(now, name));
  }

  private PortState state(BridgeView now, BridgePort port) {
    PortMode mode = now.mode(port);
    if (mode == null) {
      mustNumberVlans(now);
      throw session.refused(
          "port %s is set in a way of its own (%s); attach or detach it first"
              .formatted(port.name(), now.describe(port)));
    }
    return new PortState(port.name(), mode);
  }

  private BridgePort find(BridgeView now, PortName name) {
    List<BridgePort> named = now.ports(name);
    if (named.isEmpty()) {
      throw session.refused(
          "the switch has no port %s that can be in VLANs; is it a member of an aggregate?"
              .formatted(name));
    }
    if (named.size() > 1) {
      throw session.refused(
          "the switch has %d ports %s; give them names of their own".formatted(named.size(), name));
    }
    BridgePort port = named.getFirst();
    if (isUplink(port)) {
      throw session.refused("port " + name + " is an uplink, which carries what others carry");
    }
    return port;
  }

  /** A port can be shut on any switch, but into VLANs only where their numbers are known. */
  private void mustNumberVlans(BridgeView now) {
    Integer row = now.strangeRow();
    if (row != null) {
      throw session.refused(
          "this switch numbers its VLAN table by interface (row %s) and not by VLAN, so its ports cannot be moved by this driver; shut ports are left shut"
              .formatted(Integer.toUnsignedString(row)));
    }
  }

  private boolean isUplink(BridgePort port) {
    return uplinks.contains(port.name().text());
  }

  @Override
  public List<PortState> list(Duration within) {
    BridgeView now = BridgeView.read(session, Deadline.in(within));
    List<PortState> states = new ArrayList<>();
    for (BridgePort port : now.ports().values()) {
      PortMode mode = now.mode(port);
      if (mode != null && !isUplink(port)) {
        states.add(new PortState(port.name(), mode));
      }
    }
    states.sort(Comparator.comparing(PortState::port));
    return states;
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    return move(port, segment, within);
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    return move(port, new Idle(), within);
  }

  private PortState move(PortName name, PortMode wanted, Duration within) {
    Deadline deadline = Deadline.in(within);
    BridgeView before = BridgeView.read(session, deadline);
    BridgePort port = find(before, name);
    if (wanted instanceof Segment) {
      mustNumberVlans(before);
    }
    mover(before, deadline).make(before, port, wanted);
    return new PortState(name, wanted);
  }

  private SnmpMove mover(BridgeView view, Deadline deadline) {
    List<BridgePort> up = view.ports().values().stream().filter(this::isUplink).toList();
    return new SnmpMove(session, up, settings, deadline);
  }

  @Override
  public void ensureVlan(Vlan vlan, Duration within) {
    Deadline deadline = Deadline.in(within);
    mustNumberVlans(BridgeView.read(session, deadline));
    new SnmpMove(session, List.of(), settings, deadline).ensure(vlan);
  }

  @Override
  public void removeVlan(VlanId vlan, Duration within) {
    Deadline deadline = Deadline.in(within);
    BridgeView now = BridgeView.read(session, deadline);
    mustNumberVlans(now);
    VlanRow row = now.vlans().get(vlan.number());
    if (row == null) {
      return;
    }
    for (BridgePort port : now.ports().values()) {
      if (row.has(port.number()) && !isUplink(port)) {
        throw session.refused(
            "port %s carries VLAN %s; detach it first".formatted(port.name(), vlan));
      }
    }
    new PortSet(session, deadline).destroy(vlan.number());
  }

  @Override
  public List<Neighbour> neighbours(Duration within) {
    return new Neighbourhood(session, Deadline.in(within)).neighbours();
  }

  @Override
  public List<MacAddress> learned(PortName name, Duration within) {
    Deadline deadline = Deadline.in(within);
    BridgePort port = find(BridgeView.read(session, deadline), name);
    return new Neighbourhood(session, deadline).learned(port);
  }

  @Override
  public void close() {
    session.close();
  }
}
