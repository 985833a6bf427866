package org.novabm.api.nova;

import java.util.List;
import java.util.UUID;
import org.novabm.api.fault.Field;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.rest.nova.NewBareMetalNode;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;

/** Reads nodes that are to be registered as Nova's extension has them. */
final class BareMetalRequests {

  private BareMetalRequests() {}

  static Node node(NewBareMetalNode body, String standardHost) {
    String mac = body.provMacAddress();
    return new Node(
        0,
        body.uuid() == null ? UUID.randomUUID() : Field.uuid("uuid", body.uuid()),
        Field.textOr("service_host", body.serviceHost(), 255, standardHost),
        "",
        new Capacity(
            Field.whole("cpus", body.cpus(), 1, 65_536),
            Field.whole("memory_mb", body.memoryMb(), 1, Integer.MAX_VALUE),
            Field.whole("local_gb", body.localGb(), 1, Integer.MAX_VALUE)),
        power(body),
        "",
        Field.wholeOr("terminal_port", body.terminalPort(), 0, 65_535, 0),
        Firmware.BIOS,
        null,
        mac == null ? List.of() : List.of(card(mac)),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  private static BmcEndpoint power(NewBareMetalNode body) {
    String user = Field.textOr("pm_user", body.pmUser(), 255, "");
    String address = Field.text("pm_address", body.pmAddress(), 255);
    return BmcEndpoint.of(
        Field.parsed("pm_address", address, text -> Endpoint.parse(text, user, Secret.EMPTY)));
  }

  private static NodeInterface card(String mac) {
    return NodeInterface.of(Field.parsed("prov_mac_address", mac, MacAddress::ofCard));
  }
}
