package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;

/**
 * Some of the nodes.
 *
 * @param next where the following ones are; left out on the last page
 */
record NodePage(
    List<NodeView> nodes, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  static NodePage of(List<Node> nodes, int limit) {
    String next =
        nodes.size() < limit
            ? null
            : "/v1/nodes?limit=%d&marker=%d".formatted(limit, nodes.getLast().id());
    return new NodePage(nodes.stream().map(NodeView::of).toList(), next);
  }
}
