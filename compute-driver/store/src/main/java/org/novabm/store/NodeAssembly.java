package org.novabm.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes nodes of what the join found. */
record NodeAssembly() {

  private static final Logger LOG = LoggerFactory.getLogger(NodeAssembly.class);

  @Nullable Node one(List<NodePart> parts) {
    List<Node> nodes = all(parts);
    return nodes.isEmpty() ? null : nodes.getFirst();
  }

  /** In the order in which the join first names them. */
  List<Node> all(List<NodePart> parts) {
    Map<NodeRow, List<NodePart>> lines = new LinkedHashMap<>();
    for (NodePart part : parts) {
      lines.computeIfAbsent(part.node(), row -> new ArrayList<>(2)).add(part);
    }
    return lines.values().stream().mapMulti(this::addReadable).toList();
  }

  /** One row that cannot be read hides no other. */
  private void addReadable(List<NodePart> lines, Consumer<Node> nodes) {
    try {
      nodes.accept(node(lines));
    } catch (IllegalArgumentException e) {
      LOG.warn("row {} of bm_nodes is left out: {}", lines.getFirst().node().id, e.getMessage());
    }
  }

  private Node node(List<NodePart> lines) {
    NodePart first = lines.getFirst();
    List<NodeInterface> cards = new ArrayList<>(lines.size());
    for (NodePart line : lines) {
      InterfaceRow card = line.card();
      if (card != null) {
        addUsable(cards, card);
      }
    }
    return first.node().toNode(cards).with(DetailsRow.of(first.details()));
  }

  /**
   * Old tools did not check addresses; a card nobody can have is left out, and the rest of the pool
   * stays.
   */
  private static void addUsable(List<NodeInterface> cards, InterfaceRow row) {
    try {
      cards.add(row.toInterface());
    } catch (IllegalArgumentException e) {
      LOG.warn("row {} of bm_interfaces is left out: {}", row.id, e.getMessage());
    }
  }
}
