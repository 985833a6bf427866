package org.novabm.api.nova;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Field;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;

/**
 * A node to be registered; Nova let any column name pass, so names that are not ours are skipped.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record NewBareMetalNode(
    @Nullable String uuid,
    @JsonProperty("service_host") @Nullable String serviceHost,
    @Nullable Integer cpus,
    @JsonProperty("memory_mb") @Nullable Integer memoryMb,
    @JsonProperty("local_gb") @Nullable Integer localGb,
    @JsonProperty("pm_address") @Nullable String pmAddress,
    @JsonProperty("pm_user") @Nullable String pmUser,
    @JsonProperty("pm_password") @Nullable Secret pmPassword,
    @JsonProperty("terminal_port") @Nullable Integer terminalPort,
    @JsonProperty("prov_mac_address") @Nullable String provMacAddress) {

  /** The request body: everything stands below {@code node}. */
  record Envelope(@Nullable NewBareMetalNode node) {}

  Node toNode(String standardHost) {
    return new Node(
        0,
        uuid == null ? UUID.randomUUID() : Field.uuid("uuid", uuid),
        Field.textOr("service_host", serviceHost, 255, standardHost),
        "",
        new Capacity(
            Field.whole("cpus", cpus, 1, 65_536),
            Field.whole("memory_mb", memoryMb, 1, Integer.MAX_VALUE),
            Field.whole("local_gb", localGb, 1, Integer.MAX_VALUE)),
        power(),
        "",
        Field.wholeOr("terminal_port", terminalPort, 0, 65_535, 0),
        Firmware.BIOS,
        null,
        provMacAddress == null ? List.of() : List.of(card(provMacAddress)),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  /** Of the BMC. */
  Secret password() {
    return pmPassword == null ? Secret.EMPTY : pmPassword;
  }

  private BmcEndpoint power() {
    String user = Field.textOr("pm_user", pmUser, 255, "");
    String address = Field.text("pm_address", pmAddress, 255);
    return BmcEndpoint.of(
        Field.parsed("pm_address", address, text -> Endpoint.parse(text, user, Secret.EMPTY)));
  }

  private static NodeInterface card(String mac) {
    return NodeInterface.of(Field.parsed("prov_mac_address", mac, MacAddress::ofCard));
  }
}
