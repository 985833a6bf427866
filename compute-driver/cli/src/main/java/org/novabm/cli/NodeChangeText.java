package org.novabm.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.NodeView;

/**
 * What became of a change, as lines for people.
 *
 * @param password whether one was sent; no answer tells whether it is another than before
 */
record NodeChangeText(NodeView before, NodeView after, boolean password) {

  private static final List<Fact> FACTS =
      List.of(
          new Fact("address", NodeView::address),
          new Fact("cpus", NodeView::cpus),
          new Fact("memory", NodeView::memoryMb),
          new Fact("disk", NodeView::localGb),
          new Fact("bmc", it -> it.power().address()),
          new Fact("bmc user", it -> it.power().user()),
          new Fact("power manager", it -> it.power().manager()),
          new Fact("terminal port", NodeView::terminalPort),
          new Fact("firmware", NodeView::firmware),
          new Fact("switch", NodeView::switchId),
          new Fact("switch port", NodeView::switchPort),
          new Fact("resource class", it -> it.details().resourceClass()),
          new Fact("traits", it -> it.details().traits()),
          new Fact("properties", it -> it.details().properties()),
          new Fact("root device", it -> it.details().rootDevice()),
          new Fact("retired", it -> it.details().retired()),
          new Fact("retired for", it -> it.details().retiredReason()),
          new Fact("protected", it -> it.details().isProtected()),
          new Fact("protected for", it -> it.details().protectedReason()),
          new Fact("deployed by", it -> it.details().deployInterface()),
          new Fact("booted by", it -> it.details().bootInterface()));

  private record Fact(String name, Function<NodeView, @Nullable Object> value) {
    String of(NodeView node) {
      return text(value.apply(node));
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Fact fact : FACTS) {
      String old = fact.of(before);
      String now = fact.of(after);
      if (!old.equals(now)) {
        lines.add("%-14s %s -> %s".formatted(fact.name(), old, now));
      }
    }
    if (password) {
      lines.add("%-14s %s".formatted("bmc password", "as given"));
    }
    String node = "node " + after.id();
    lines.addFirst(lines.isEmpty() ? node + " was so already" : node + " changed");
    return lines;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case Collection<?> all -> NodeText.orDash(NodeText.join(all));
      case Map<?, ?> pairs ->
          NodeText.orDash(
              NodeText.join(
                  pairs.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList()));
      case null, default -> NodeText.orDash(value);
    };
  }
}
