package org.novabm.api.nova;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;
import org.novabm.node.TaskState;

/**
 * A node as Nova's extension shows it, with the fields of {@code os-baremetal-ext-status}. The
 * password of its BMC is not among them and never was.
 */
record BareMetalNode(
    long id,
    String uuid,
    @JsonProperty("service_host") String serviceHost,
    int cpus,
    @JsonProperty("memory_mb") int memoryMb,
    @JsonProperty("local_gb") int localGb,
    @JsonProperty("pm_address") String pmAddress,
    @JsonProperty("pm_user") String pmUser,
    @JsonProperty("terminal_port") @Nullable Integer terminalPort,
    @JsonProperty("instance_uuid") @Nullable String instanceUuid,
    @JsonProperty("task_state") @Nullable String taskState,
    @JsonProperty("updated_at") @Nullable String updatedAt,
    @JsonProperty("pxe_config_path") @Nullable String pxeConfigPath,
    List<BareMetalInterface> interfaces) {

  /** Python's isoformat of a time without zone, as Nova's serializer wrote it. */
  private static final DateTimeFormatter PYTHON_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static BareMetalNode of(Node node) {
    var occupant = node.occupant();
    TaskState state = node.taskState();
    Instant updated = node.updated();
    return new BareMetalNode(
        node.id(),
        node.uuid().toString(),
        node.serviceHost(),
        node.capacity().cpus(),
        node.capacity().memoryMb(),
        node.capacity().localGb(),
        node.power().display(),
        node.power().user(),
        node.terminalPort() == 0 ? null : node.terminalPort(),
        occupant == null ? null : occupant.instance().toString(),
        state == null ? null : state.word(),
        updated == null ? null : PYTHON_TIME.format(updated),
        null,
        node.interfaces().stream().map(BareMetalInterface::of).toList());
  }
}
