package org.novabm.netswitch.openflow.flows;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/** Flows put to work: where would a frame go? */
record Simulation(Collection<Flow> flows) {

  /**
   * @param port where it comes in
   * @param vlan its tag, 0 for none
   */
  record Frame(int port, int vlan, MacAddress source, MacAddress destination) {

    private Frame tagged(int tag) {
      return new Frame(port, tag, source, destination);
    }
  }

  /** A frame that leaves, by which port and with what tag. */
  record Exit(int port, int vlan) implements Comparable<Exit> {
    @Override
    public int compareTo(Exit other) {
      return Comparator.comparingInt(Exit::port).thenComparingInt(Exit::vlan).compare(this, other);
    }
  }

  Set<Exit> send(Frame frame) {
    Set<Exit> exits = new TreeSet<>();
    run(0, frame, exits);
    return exits;
  }

  private void run(int table, Frame frame, Set<Exit> exits) {
    Optional<Flow> decider =
        flows.stream()
            .filter(flow -> flow.table() == table && matches(flow.match(), frame))
            .max(Comparator.comparingInt(Flow::priority));
    Frame now = frame;
    for (FlowAction action : decider.map(Flow::actions).orElse(List.of())) {
      switch (action) {
        case FlowAction.Output(int port) -> {
          if (port != frame.port()) {
            exits.add(new Exit(port, now.vlan()));
          }
        }
        case FlowAction.Tag(int vlan) -> now = now.tagged(vlan);
        case FlowAction.Untag() -> now = now.tagged(0);
        case FlowAction.Then(int next) -> run(next, now, exits);
        case FlowAction.ToController() -> {}
      }
    }
  }

  private static boolean matches(FlowMatch match, Frame frame) {
    return fits(match.inPort(), frame.port())
        && fits(match.vlan(), frame.vlan())
        && fits(match.source(), frame.source())
        && fits(match.destination(), frame.destination())
        && fits(match.etherType(), 0x0800);
  }

  private static boolean fits(@Nullable Object wanted, Object actual) {
    return wanted == null || wanted.equals(actual);
  }
}
