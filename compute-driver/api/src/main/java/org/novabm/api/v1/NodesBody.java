package org.novabm.api.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.NewNode;

/**
 * Nodes to be registered together.
 *
 * @param nodes 1 to 1000
 */
record NodesBody(@Nullable List<NodeBody> nodes) {

  private static final int MOST = 1000;

  /** Each of them; what is wrong with one is said with its place in the list. */
  List<NewNode> all(Function<NodeBody, NewNode> checked) {
    List<NodeBody> bodies = Field.listOr("nodes", nodes, MOST);
    if (bodies.isEmpty()) {
      throw Fault.field("nodes", "must hold 1 to " + MOST + " nodes");
    }
    List<NewNode> all = new ArrayList<>(bodies.size());
    for (NodeBody body : bodies) {
      all.add(checked(all.size(), body, checked));
    }
    return all;
  }

  private static NewNode checked(int place, NodeBody body, Function<NodeBody, NewNode> check) {
    try {
      return check.apply(body);
    } catch (Fault fault) {
      throw fault.below("nodes[" + place + "].");
    }
  }
}
