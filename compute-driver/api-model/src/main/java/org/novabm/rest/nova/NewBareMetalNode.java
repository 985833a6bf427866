package org.novabm.rest.nova;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.Password;

/**
 * A node to be registered; Nova let any column name pass, so names that are not ours are skipped.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewBareMetalNode(
    @Nullable String uuid,
    @JsonProperty("service_host") @Nullable String serviceHost,
    @Nullable Integer cpus,
    @JsonProperty("memory_mb") @Nullable Integer memoryMb,
    @JsonProperty("local_gb") @Nullable Integer localGb,
    @JsonProperty("pm_address") @Nullable String pmAddress,
    @JsonProperty("pm_user") @Nullable String pmUser,
    @JsonProperty("pm_password") @Nullable Password pmPassword,
    @JsonProperty("terminal_port") @Nullable Integer terminalPort,
    @JsonProperty("prov_mac_address") @Nullable String provMacAddress) {

  /** The request body: everything stands below {@code node}. */
  public record Envelope(@Nullable NewBareMetalNode node) {}
}
