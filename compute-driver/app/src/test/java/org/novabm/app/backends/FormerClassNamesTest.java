package org.novabm.app.backends;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendSettings;

/** Class names of the old driver are names of our back ends. */
class FormerClassNamesTest {

  @TempDir Path plugins;

  @ParameterizedTest
  @CsvSource({
    "nova.virt.baremetal.ipmi.IPMI, openvswitch, nova.virt.baremetal.pxe.PXE",
    "nova.virt.baremetal.ipmi.Ipmi, openvswitch, generic",
    "nova.virt.baremetal.powermgr.freeipmi.FreeIPMIPowerManager,"
        + " nova.virt.baremetal.networkmgr.juniper.JuniperNetworkManager, pxe",
    "nova.virt.baremetal.powermgr.ipmitool.IPMIToolPowerManager,"
        + " nova.virt.baremetal.networkmgr.openflow.OpenFlowNetworkManager, pxe",
    "nova.virt.baremetal.virtual_power_driver.VirtualPowerManager, fake, pxe",
    "nova.virt.baremetal.tilera_pdu.Pdu, fake, pxe",
    "nova.virt.baremetal.fake.FakePowerManager, fake, nova.virt.baremetal.fake.FakeDriver"
  })
  void aClassNameIsANameOfOurs(String power, String network, String deploy) {
    assertThatCode(() -> load(power, network).deployer(deploy)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nova.virt.baremetal.iboot_power.IBootManager", "some.ipmi.Class", "nonsense"})
  void anotherIsRefusedWithThoseThatThereAre(String name) {
    assertThatThrownBy(() -> load(name, "fake"))
        .hasMessageContaining("no power back end is called '" + name + "'; installed are");
    assertThatThrownBy(() -> load("ipmi", name))
        .hasMessageContaining("no switch back end is called '" + name + "'; installed are");
  }

  private InstalledBackends load(String power, String network) {
    return InstalledBackends.load(
        plugins, power, network, BackendSettings::none, BackendSettings::none);
  }
}
