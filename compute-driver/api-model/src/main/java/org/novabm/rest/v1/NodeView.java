package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
public record NodeView(
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

  public NodeView {
    Objects.requireNonNull(power, "node without power");
    interfaces = Absent.orEmpty(interfaces);
    maintenance = Absent.orEmpty(maintenance);
  }

  /**
   * The BMC, and what it was last found to say.
   *
   * @param manager empty for the configured one
   * @param state {@code on}, {@code off} or {@code unknown}
   * @param since when it was first found so; null when nobody looked yet
   * @param trouble why it is unknown; left out when it is not
   */
  public record PowerView(
      String address,
      String user,
      String manager,
      String state,
      @Nullable String since,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trouble) {}

  /** A network card. */
  public record CardView(long id, String mac, @JsonProperty("vif_uuid") @Nullable String vifUuid) {}

  /** The instance that has the node. */
  public record OccupantView(
      @JsonProperty("instance_uuid") String instanceUuid, @Nullable String name) {}
}
