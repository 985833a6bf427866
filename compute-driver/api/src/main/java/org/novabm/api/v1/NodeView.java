package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerRecord;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Hold;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;

/**
 * A node as shown; the password of its BMC never is.
 *
 * @param terminalPort of the serial console of old; 0 for none
 * @param taskState the word of old tools; null when the node never had one
 * @param provisionState where it is in its life, for example {@code clean failed}
 * @param allowed verbs that can be asked for in this state; only where one node is asked for
 * @param occupant null when the node is free
 * @param instance the occupant, with its task; only where one node is asked for, and left out when
 *     an old driver put it there and nobody asked for it yet
 * @param version counts the writes; who changes the node may say which one he has read
 * @param maintenance the holds that are in force
 */
record NodeView(
    long id,
    String uuid,
    @JsonProperty("service_host") String serviceHost,
    String address,
    int cpus,
    @JsonProperty("memory_mb") int memoryMb,
    @JsonProperty("local_gb") int localGb,
    PowerView power,
    String firmware,
    @JsonProperty("terminal_port") int terminalPort,
    @JsonProperty("switch_id") @Nullable Long switchId,
    @JsonProperty("switch_port") @Nullable String switchPort,
    List<CardView> interfaces,
    @JsonProperty("task_state") @Nullable String taskState,
    @JsonProperty("provision_state") String provisionState,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> allowed,
    @Nullable OccupantView occupant,
    @JsonProperty("updated_at") @Nullable String updatedAt,
    long version,
    @JsonUnwrapped DetailsView details,
    List<HoldView> maintenance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InstanceView instance) {

  /**
   * The BMC, and what it was last found to say.
   *
   * @param manager empty for the configured one
   * @param state {@code on}, {@code off} or {@code unknown}
   * @param since when it was first found so; null when nobody looked yet
   * @param trouble why it is unknown; left out when it is not
   */
  record PowerView(
      String address,
      String user,
      String manager,
      String state,
      @Nullable String since,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trouble) {

    static PowerView of(Node node, @Nullable PowerRecord found) {
      return new PowerView(
          node.power().display(),
          node.power().user(),
          node.powerManager(),
          found == null ? "unknown" : found.word(),
          found == null ? null : TimeText.orNull(found.since()),
          found == null ? null : found.trouble());
    }
  }

  record CardView(long id, String mac, @JsonProperty("vif_uuid") @Nullable String vifUuid) {
    static CardView of(NodeInterface card) {
      return new CardView(card.id(), card.mac().text(), card.vifUuid());
    }
  }

  record OccupantView(@JsonProperty("instance_uuid") String instanceUuid, @Nullable String name) {
    static @Nullable OccupantView of(@Nullable Occupant occupant) {
      return occupant == null
          ? null
          : new OccupantView(occupant.instance().toString(), occupant.name());
    }
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
        PowerView.of(node, found),
        node.firmware().name().toLowerCase(Locale.ROOT),
        node.terminalPort(),
        port == null ? null : port.switchId(),
        port == null ? null : port.port().text(),
        node.interfaces().stream().map(CardView::of).toList(),
        state == null ? null : state.word(),
        node.state().word(),
        allowed,
        OccupantView.of(node.occupant()),
        TimeText.orNull(node.updated()),
        node.version(),
        DetailsView.of(node.details()),
        HoldView.all(holds),
        instance);
  }
}
