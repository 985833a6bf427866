package org.novabm.api.v1;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerRecord;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Hold;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.ResourceClass;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;
import org.novabm.rest.v1.DetailsView;
import org.novabm.rest.v1.InstanceView;
import org.novabm.rest.v1.NodePage;
import org.novabm.rest.v1.NodeView;

/** Shows nodes; the passwords of their BMCs never are. */
final class NodeViews {

  private NodeViews() {}

  static NodePage page(
      List<Node> nodes, Map<Long, PowerRecord> found, Map<Long, List<Hold>> holds, int limit) {
    String next =
        nodes.size() < limit
            ? null
            : "/v1/nodes?limit=%d&marker=%d".formatted(limit, nodes.getLast().id());
    return new NodePage(
        nodes.stream()
            .map(node -> of(node, found.get(node.id()), holds.getOrDefault(node.id(), List.of())))
            .toList(),
        next);
  }

  static NodeView of(Node node, @Nullable PowerRecord found, List<Hold> holds) {
    return of(node, found, holds, null, null);
  }

  /** With all that is left out where many are shown. */
  static NodeView whole(
      Node node,
      @Nullable PowerRecord found,
      List<Hold> holds,
      @Nullable InstanceView instance,
      Set<Verb> planned) {
    List<String> allowed =
        Rules.allowed(node.state()).stream().filter(planned::contains).map(Verb::word).toList();
    return of(node, found, holds, allowed, instance);
  }

  private static NodeView of(
      Node node,
      @Nullable PowerRecord found,
      List<Hold> holds,
      @Nullable List<String> allowed,
      @Nullable InstanceView instance) {
    SwitchPort port = node.switchPort();
    TaskState state = node.taskState();
    return new NodeView(
        node.id(),
        node.uuid().toString(),
        node.serviceHost(),
        node.address(),
        node.capacity().cpus(),
        node.capacity().memoryMb(),
        node.capacity().localGb(),
        power(node, found),
        node.firmware().name().toLowerCase(Locale.ROOT),
        node.terminalPort(),
        port == null ? null : port.switchId(),
        port == null ? null : port.port().text(),
        node.interfaces().stream().map(NodeViews::card).toList(),
        state == null ? null : state.word(),
        node.state().word(),
        allowed,
        occupant(node.occupant()),
        TimeText.orNull(node.updated()),
        node.version(),
        details(node.details()),
        HoldViews.all(holds),
        instance);
  }

  private static NodeView.PowerView power(Node node, @Nullable PowerRecord found) {
    return new NodeView.PowerView(
        node.power().display(),
        node.power().user(),
        node.powerManager(),
        found == null ? "unknown" : found.word(),
        found == null ? null : TimeText.orNull(found.since()),
        found == null ? null : found.trouble());
  }

  private static NodeView.CardView card(NodeInterface card) {
    return new NodeView.CardView(card.id(), card.mac().text(), card.vifUuid());
  }

  private static NodeView.@Nullable OccupantView occupant(@Nullable Occupant occupant) {
    return occupant == null
        ? null
        : new NodeView.OccupantView(occupant.instance().toString(), occupant.name());
  }

  private static DetailsView details(NodeDetails details) {
    ResourceClass ofClass = details.resourceClass();
    return new DetailsView(
        ofClass == null ? null : ofClass.name(),
        List.copyOf(details.traits()),
        details.properties(),
        details.rootDevice().written(),
        details.isRetired(),
        details.retirement(),
        details.protection() != null,
        details.protection(),
        details.backends().deploy(),
        details.backends().boot());
  }
}
