package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerRecord;
import org.novabm.node.Hold;
import org.novabm.node.Node;

/**
 * Some of the nodes.
 *
 * @param next where the following ones are; left out on the last page
 */
record NodePage(
    List<NodeView> nodes, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  static NodePage of(
      List<Node> nodes, Map<Long, PowerRecord> found, Map<Long, List<Hold>> holds, int limit) {
    String next =
        nodes.size() < limit
            ? null
            : "/v1/nodes?limit=%d&marker=%d".formatted(limit, nodes.getLast().id());
    return new NodePage(
        nodes.stream()
            .map(
                node ->
                    NodeView.of(
                        node, found.get(node.id()), holds.getOrDefault(node.id(), List.of())))
            .toList(),
        next);
  }
}
