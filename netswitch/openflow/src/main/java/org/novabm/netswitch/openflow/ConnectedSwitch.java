package org.novabm.netswitch.openflow;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.novabm.netswitch.openflow.flows.Cookie;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowDiff;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.netswitch.openflow.flows.Reading;
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
    WishFile wishes) {

  Reading read(Deadline deadline) {
    return Reading.of(table.read(deadline), uplinks);
  }

  /** The same again, after orders of this difference. */
  Reading reread(Reading before, FlowDiff ordered, Deadline deadline) {
    Set<Cookie> cookies = ordered.all().map(Flow::cookie).collect(Collectors.toSet());
    return Reading.of(table.reread(before.flows(), cookies, deadline), uplinks);
  }

  /** What makes the switch hold this and nothing else. */
  FlowDiff difference(Reading now, Membership wanted) {
    return FlowDiff.between(now.flows(), table.layout().flows(wanted, probeOf(now)));
  }

  /** What was made of it, should it forget. */
  void remember(Membership made) {
    wishes.write(made, greeted.ports());
  }

  String name(int port) {
    return greeted.ports().getOrDefault(port, "number " + port);
  }

  Prober prober(Reading now) {
    return greeted.link().factory().getVersion() == OFVersion.OF_10
        ? new CountingProber(greeted.link(), probeOf(now), table::counters)
        : new CatchingProber(greeted.link(), probeOf(now));
  }

  /** The address that this switch catches; a new one, which nobody can guess, for a new switch. */
  private static MacAddress probeOf(Reading now) {
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
    for (Map.Entry<Integer, String> one : greeted.ports().entrySet()) {
      if (one.getValue().equals(port.text()) || one.getKey().toString().equals(port.text())) {
        if (uplinks.contains(one.getKey())) {
          throw new BackendException.Refused(
              id.toString(), "port " + port + " is an uplink, which carries what others carry");
        }
        return one.getKey();
      }
    }
    throw new BackendException.Refused(id.toString(), "the switch has no port " + port);
  }
}
