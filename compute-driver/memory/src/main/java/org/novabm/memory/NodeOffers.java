package org.novabm.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.novabm.device.PowerBook;
import org.novabm.device.PowerRecord;
import org.novabm.node.Capacity;
import org.novabm.node.Demand;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;
import org.novabm.node.PoolCount;
import org.novabm.node.TaskState;

/** Which nodes the next instance may have. */
record NodeOffers(Collection<Node> nodes, HoldStore holds, PowerBook power) {

  private static final Comparator<Capacity> SMALLEST =
      Comparator.comparingInt(Capacity::memoryMb)
          .thenComparingInt(Capacity::cpus)
          .thenComparingInt(Capacity::localGb);

  /** The smallest first. */
  Stream<Node> fitting(String host, Demand demand) {
    return nodes.stream()
        .filter(this::isOffered)
        .filter(node -> node.serviceHost().equals(host))
        .filter(demand::isMetBy)
        .sorted(Comparator.comparing(Node::capacity, SMALLEST));
  }

  /** Those whose BMC answered when it was asked last. */
  Stream<Node> answering(String host, Demand demand) {
    return fitting(host, demand).filter(this::answered);
  }

  private boolean answered(Node node) {
    PowerRecord known = power.find(node.id());
    return known != null && known.state() != null;
  }

  /** Whether the node is offered and of the class and traits; sizes are not looked at. */
  boolean isOffered(Node node, Demand demand) {
    Demand special = new Demand(0, 0, 0, demand.classes(), demand.required(), demand.forbidden());
    return isOffered(node) && special.isMetBy(node);
  }

  private boolean isOffered(Node node) {
    return node.isAvailable() && !node.details().isRetired() && holds.of(node.id()).isEmpty();
  }

  PoolCount count() {
    List<Node> others = nodes.stream().filter(node -> !isOffered(node)).toList();
    long error = others.stream().filter(node -> node.taskState() == TaskState.ERROR).count();
    return new PoolCount(nodes.size() - others.size(), others.size() - error, error);
  }
}
