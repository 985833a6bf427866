package org.novabm.rack.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DhcpConfigurationTest {

  private static final Path LEASES = Path.of("/r/dhcp/x.leases");
  private static final Path LOG = Path.of("/r/dhcp/x.log");

  @Test
  void theTenantLegGivesAddressesAndNothingToBoot() {
    assertThat(DhcpConfiguration.plain(Leg.TENANT, LEASES, LOG))
        .contains(
            "interface=ten0\n",
            "dhcp-range=172.30.20.100,172.30.20.199,",
            "port=0\n",
            "dhcp-ignore-clid\n")
        .doesNotContain("dhcp-boot", "tftp");
  }

  @Test
  void theProvisioningLegGivesIpxeItsScriptAndOthersAnIpxe() {
    String text =
        DhcpConfiguration.booting(
            Leg.PROVISIONING, LEASES, LOG, Path.of("/r/dhcp/tftp"), "http://172.30.10.1:10000");
    assertThat(text.lines())
        .contains(
            "dhcp-boot=tag:ipxe,http://172.30.10.1:10000/boot.ipxe?mac=${net0/mac}",
            "dhcp-boot=tag:!ipxe,tag:efi64,snponly.efi",
            "dhcp-boot=tag:!ipxe,tag:!efi64,undionly.kpxe",
            "dhcp-option=encap:175,176,1b",
            "enable-ra",
            "tftp-root=/r/dhcp/tftp");
  }
}
