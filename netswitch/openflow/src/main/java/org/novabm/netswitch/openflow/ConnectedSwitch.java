package org.novabm.netswitch.openflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.novabm.netswitch.openflow.flows.Cookie;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowDiff;
import org.novabm.netswitch.openflow.flows.FlowReading;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.netswitch.openflow.probe.CatchingProber;
import org.novabm.netswitch.openflow.probe.CountingProber;
import org.novabm.netswitch.openflow.probe.Prober;
import org.novabm.netswitch.openflow.wire.GreetedSwitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.PortName;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * A switch while it is connected and ours to use.
 *
 * @param id who it is
 * @param greeted its connection and its ports
 * @param uplinks numbers of the ports that carry every VLAN
 * @param table its flows
 * @param settings how patient we are with it
 * @param wishes what was made of it
 */
record ConnectedSwitch(
    DatapathId id,
    GreetedSwitch greeted,
    SortedSet<Integer> uplinks,
    FlowTable table,
    OpenFlowSettings settings,
    WishFile wishes)
    implements AutoCloseable {

  FlowReading read(Deadline deadline) {
    return reading(table.read(deadline));
  }

  private FlowReading reading(List<Flow> flows) {
    try {
      return FlowReading.of(flows, uplinks);
    } catch (IllegalArgumentException e) {
      throw new BackendException.ProtocolViolation(
          id.toString(), "flows have our cookie but are not ours; who else writes flows there?", e);
    }
  }

  /** The same again, after orders of this difference. */
  FlowReading reread(FlowReading before, FlowDiff ordered, Deadline deadline) {
    Set<Cookie> cookies = ordered.all().map(Flow::cookie).collect(Collectors.toSet());
    return reading(table.reread(before.flows(), cookies, deadline));
  }

  /** What makes the switch hold this and nothing else. */
  FlowDiff difference(FlowReading now, Membership wanted) {
    return FlowDiff.between(now.flows(), table.layout().flows(wanted, probeOf(now)));
  }

  /** What was made of it, should it forget. */
  void remember(Membership made) {
    wishes.write(made, greeted.ports());
  }

  String name(int port) {
    return greeted.ports().getOrDefault(port, "number " + port);
  }

  Prober prober(FlowReading now) {
    return greeted.link().factory().getVersion() == OFVersion.OF_10
        ? new CountingProber(greeted.link(), probeOf(now), table::counters)
        : new CatchingProber(greeted.link(), probeOf(now));
  }

  /** The address that this switch catches; a new one, which nobody can guess, for a new switch. */
  private static MacAddress probeOf(FlowReading now) {
    MacAddress caught = now.probe();
    if (caught != null) {
      return caught;
    }
    long random = ThreadLocalRandom.current().nextLong();
    return new MacAddress(
        "06:%02x:%02x:%02x:%02x:%02x"
            .formatted(
                random & 0xff,
                random >> 8 & 0xff,
                random >> 16 & 0xff,
                random >> 24 & 0xff,
                random >> 32 & 0xff));
  }

  /**
   * The number of a port, by its name or, as old interface rows have it, by the number itself.
   *
   * @throws BackendException.Refused when the switch has no such port, or it is an uplink
   */
  int number(PortName port) {
    List<Integer> found =
        greeted.ports().entrySet().stream()
            .filter(it -> isCalled(it, port.text()))
            .map(Map.Entry::getKey)
            .toList();
    if (found.isEmpty()) {
      throw refused("the switch has no port " + port);
    }
    if (found.size() > 1) {
      throw refused(
          "port %s is the name of one port and the number of another; register the node with the name of its port"
              .formatted(port));
    }
    if (uplinks.contains(found.getFirst())) {
      throw refused("port " + port + " is an uplink, which carries what others carry");
    }
    return found.getFirst();
  }

  private static boolean isCalled(Map.Entry<Integer, String> port, String text) {
    return port.getValue().equals(text) || port.getKey().toString().equals(text);
  }

  private BackendException.Refused refused(String why) {
    return new BackendException.Refused(id.toString(), why);
  }

  /** Nothing that was read of it is used any more; it stays connected. */
  @Override
  public void close() {
    table.close();
  }
}
