package org.novabm.netswitch.openflow.probe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.wire.OpenFlowChannel;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;

/**
 * Sends frames and looks which flow of the port counted them: a switch of one table decides at once
 * where a frame comes in and where it goes, so there is no place between at which to catch it. The
 * frames leave by the segment's other ports, for an address that nobody has. A frame of the port's
 * own machine counts as well; it went the same way.
 *
 * @param counters what each of our flows counted so far
 */
public record CountingProber(
    OpenFlowChannel link, MacAddress receiver, Function<Deadline, Map<Flow, Long>> counters)
    implements Prober {

  private static final long AGAIN_NANOS = 20_000_000;

  @Override
  public Map<Sent, Integer> send(Collection<Sent> frames, Deadline deadline) {
    Map<Sent, Integer> found = new LinkedHashMap<>();
    Set<Sent> unseen = new LinkedHashSet<>(frames);
    Map<Flow, Long> before = counters.apply(deadline);
    while (!unseen.isEmpty() && !deadline.isOver()) {
      link.send(
          unseen.stream()
              .map(
                  frame ->
                      PacketOut.throughTables(
                          link.factory(), frame.port(), ProbeFrame.bytes(frame, receiver, 0)))
              .toList());
      counters
          .apply(deadline)
          .forEach(
              (flow, count) -> {
                if (count > before.getOrDefault(flow, count)) {
                  unseen.stream()
                      .filter(frame -> decides(flow, frame))
                      .forEach(frame -> found.put(frame, flow.cookie().vlan()));
                }
              });
      unseen.removeAll(found.keySet());
      if (!unseen.isEmpty()) {
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }
    return found;
  }

  private static boolean decides(Flow flow, Sent frame) {
    Integer port = flow.match().inPort();
    Integer tag = flow.match().vlan();
    return port != null && tag != null && port == frame.port() && tag == frame.tag();
  }

  @Override
  public String sight() {
    return "was counted by a flow";
  }
}
