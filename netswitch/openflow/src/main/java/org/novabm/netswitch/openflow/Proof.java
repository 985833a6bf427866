package org.novabm.netswitch.openflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowReading;
import org.novabm.netswitch.openflow.probe.Prober;
import org.novabm.netswitch.openflow.probe.Sent;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** Frames instead of words: a port is on a VLAN when a frame sent in at it comes up there. */
record Proof(ConnectedSwitch device, FlowReading now, Deadline deadline) {

  /** Of ports on which everybody may speak; locally administered, so nobody's card. */
  private static final MacAddress NOBODY = new MacAddress("06:6e:6f:76:61:62");

  /** A frame that is dropped is not seen; this long is looked for it. */
  private static final Duration SILENCE = Duration.ofMillis(250);

  /**
   * Sends a frame in at each port that is to be on a VLAN.
   *
   * @param but ports that are given up already
   * @return those whose frames did not come up on that VLAN, and where they did
   */
  Map<Integer, String> unseen(Map<Integer, PortMode> wanted, Collection<Integer> but) {
    Map<Sent, Integer> expected = new LinkedHashMap<>();
    wanted.forEach(
        (port, mode) -> {
          if (!but.contains(port)) {
            expect(port, mode, expected);
          }
        });
    Map<Sent, Integer> seen = send(expected.keySet(), device.settings().proofPatience());
    Map<Integer, String> unseen = new TreeMap<>();
    expected.forEach(
        (frame, vlan) -> {
          if (!vlan.equals(seen.get(frame))) {
            unseen.put(frame.port(), missed(frame, vlan, seen));
          }
        });
    return unseen;
  }

  private void expect(int port, PortMode mode, Map<Sent, Integer> expected) {
    switch (mode) {
      case Idle() -> {}
      case Access(VlanId vlan) -> expected.put(frame(port, 0), vlan.number());
      case Trunk(var untagged, var tagged) -> {
        if (untagged != null) {
          expected.put(frame(port, 0), untagged.number());
        }
        tagged.forEach(vlan -> expected.put(frame(port, vlan.number()), vlan.number()));
      }
    }
  }

  private Sent frame(int port, int tag) {
    var admitted = now.who().admitted(port);
    return new Sent(port, tag, admitted.isEmpty() ? NOBODY : admitted.getFirst());
  }

  private Map<Sent, Integer> send(Collection<Sent> frames, Duration patience) {
    return frames.isEmpty()
        ? Map.of()
        : device.prober(now).send(frames, deadline.butWithin(patience));
  }

  private String missed(Sent frame, int vlan, Map<Sent, Integer> seen) {
    return "the switch says that port %s is on VLAN %d, but a frame sent in at it %s"
        .formatted(
            device.name(frame.port()),
            vlan,
            seen.containsKey(frame)
                ? "comes up on VLAN " + seen.get(frame)
                : "does not come up there");
  }

  /** Whether untagged frames from the port, or those with the VLAN's tag, reach the VLAN. */
  ProbeResult reaches(int port, VlanId vlan) {
    Map<Sent, Integer> expected = new HashMap<>();
    expect(port, now.who().mode(port), expected);
    List<Sent> frames = new ArrayList<>(List.of(frame(port, 0), frame(port, vlan.number())));
    expected.keySet().retainAll(frames);
    List<Sent> dropped = frames.stream().filter(it -> !expected.containsKey(it)).toList();
    Map<Sent, Integer> seen =
        new HashMap<>(send(expected.keySet(), device.settings().proofPatience()));
    if (!seen.keySet().containsAll(expected.keySet())) {
      throw new BackendException.Unreachable(
          device.id().toString(),
          "frames sent in at port %s did not come up anywhere, so nothing is proven"
              .formatted(device.name(port)));
    }
    seen.putAll(send(dropped, SILENCE));
    return new ProbeResult(
        seen.containsValue(vlan.number()) || leaks(port, vlan), evidence(port, frames, seen));
  }

  /** A flow of the port that is none of those it should have. */
  private boolean leaks(int port, VlanId vlan) {
    return now.faults(port, device.table().layout()).stream()
        .map(Flow::cookie)
        .anyMatch(cookie -> cookie.vlan() == vlan.number());
  }

  private String evidence(int port, List<Sent> frames, Map<Sent, Integer> seen) {
    Prober prober = device.prober(now);
    List<String> parts = new ArrayList<>();
    for (Sent frame : frames) {
      String kind = frame.tag() == 0 ? "untagged" : "tagged " + frame.tag();
      parts.add(
          seen.containsKey(frame)
              ? "%s %s on VLAN %d"
                  .formatted(kind, prober.sight(), Objects.requireNonNull(seen.get(frame)))
              : kind + " was dropped");
    }
    return "a frame sent in at port %s: %s".formatted(device.name(port), String.join("; ", parts));
  }
}
