package org.novabm.rest.nova;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as Nova's extension shows it, with the fields of {@code os-baremetal-ext-status}. The
 * password of its BMC is not among them and never was.
 *
 * @param updatedAt as Python's isoformat writes a time without zone
 */
public record BareMetalNode(
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
    List<BareMetalInterface> interfaces) {}
