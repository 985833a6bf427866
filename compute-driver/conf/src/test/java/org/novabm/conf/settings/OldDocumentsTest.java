package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The option lines of the old documents, as they stand there, and what becomes of each. */
class OldDocumentsTest {

  @Test
  void flagsWithRemarks() {
    Settings settings = Texts.settings(Texts.resource("old-flags-1.conf"));
    assertThat(settings.host().computeDriver()).isEqualTo("baremetal");
    assertThat(settings.baremetal().deployer()).isEqualTo("generic");
    assertThat(settings.baremetal().powerManager())
        .isEqualTo("nova.virt.baremetal.powermgr.freeipmi.FreeIPMIPowerManager");
    assertThat(settings.passedOver()).isEmpty();
  }

  @Test
  void flagsBetweenLinesThatAreLeftOut() {
    Settings settings = Texts.settings(Texts.resource("old-flags-2.conf"));
    assertThat(settings.host().computeDriver()).isEqualTo("baremetal");
    assertThat(settings.baremetal().networkmgrDriver())
        .isEqualTo("nova.virt.baremetal.networkmgr.juniper.JuniperNetworkManager");
    assertThat(settings.passedOver())
        .extracting(Object::toString)
        .containsExactly(
            "nova.conf:1: [DEFAULT] ... is passed over: it stands for lines that are left out",
            "nova.conf:6: [DEFAULT] ... is passed over: it stands for lines that are left out");
  }

  @Test
  void keysWithoutASection() {
    Settings settings =
        Texts.settings(
            Texts.resource("old-wiki.conf")
                .replace("{user}", "nova")
                .replace("{pass}", "hush")
                .replace("{host}", "db"));
    assertThat(settings.host().computeDriver())
        .isEqualTo("nova.virt.baremetal.driver.BareMetalDriver");
    assertThat(settings.baremetal().tftpRoot()).isEqualTo(Path.of("/tftpboot"));
    assertThat(settings.baremetal().powerManager()).isEqualTo("nova.virt.baremetal.ipmi.IPMI");
    assertThat(settings.baremetal().deployer()).isEqualTo("nova.virt.baremetal.pxe.PXE");
    assertThat(settings.database().jdbc().url()).isEqualTo("jdbc:mysql://db/nova_bm");
    assertThat(settings.database().jdbc().user()).isEqualTo("nova");
    assertThat(settings.passedOver())
        .extracting(line -> line.name().key())
        .containsExactly(
            "scheduler_host_manager",
            "firewall_driver",
            "scheduler_default_filters",
            "net_config_template",
            "instance_type_extra_specs");
  }

  @Test
  void aBraceThatWasNotFilledInIsNoDatabase() {
    assertThatThrownBy(() -> Texts.settings(Texts.resource("old-wiki.conf")))
        .hasMessageStartingWith(
            "nova.conf:12: [baremetal] sql_connection is still the example of the documents, with"
                + " {host} in it");
  }

  @Test
  void theBlueprint() {
    Settings settings = Texts.settings(Texts.resource("old-blueprint.conf"));
    assertThat(settings.baremetal().deployer()).isEqualTo("pxe");
    assertThat(settings.baremetal().deployKernel()).isEqualTo("xxx");
    assertThat(settings.baremetal().deployRamdisk()).isEqualTo("yyy");
    assertThat(settings.backends().deploy("agent").values()).doesNotContainKey("deploy_kernel");
    assertThat(settings.passedOver())
        .extracting(line -> line.name().key())
        .containsExactly("instance_type_extra_specs");
  }
}
