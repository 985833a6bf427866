package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.settings.NoSettings;

class BackendGroupsTest {

  private static final Map<String, String> AGENT_DEFAULTS =
      Map.of(
          "listen", "127.0.0.1",
          "http_port", "10000",
          "tftp_port", "69",
          "tftp_root", "/tftpboot",
          "image_root", "/var/lib/nova/images/root",
          "image_cache", "/var/lib/nova/images/cache",
          "pxe_append_params", "nofb nomodeset vga=normal");

  @Test
  void theAgentTakesWhatItsGroupDoesNotHave() {
    Settings settings =
        Texts.settings(
            """
            [DEFAULT]
            my_ip = 192.0.2.1
            [novabm]
            image_hosts = *.example.org
            [baremetal]
            deploy_kernel = /srv/kernel
            deploy_ramdisk = 6f5f3f3e-0b52-4f4e-9c53-000000000000
            tftp_root = /srv/tftp
            [deploy:agent]
            http_port = 8080
            base_url = http://$my_ip:8080
            """);
    BackendSettings agent = settings.backends().deploy("agent");
    assertThat(agent.values()).containsEntry("listen", "192.0.2.1");
    assertThat(agent.values()).containsEntry("http_port", "8080");
    assertThat(agent.values()).containsEntry("base_url", "http://192.0.2.1:8080");
    assertThat(agent.values()).containsEntry("image_hosts", "*.example.org");
    assertThat(agent.values()).containsEntry("tftp_root", "/srv/tftp");
    assertThat(agent.values()).containsEntry("deploy_kernel", "/srv/kernel");
    assertThat(agent.values()).doesNotContainKey("deploy_ramdisk");
  }

  @Test
  void theAgentsDefaults() {
    assertThat(Texts.settings().backends().deploy("agent").values())
        .containsExactlyInAnyOrderEntriesOf(AGENT_DEFAULTS);
  }

  @Test
  void openFlowListensOnTheHostsAddress() {
    Settings settings = Texts.settings("[DEFAULT]\nmy_ip = 192.0.2.1\n");
    assertThat(settings.backends().netswitch("openflow").values())
        .isEqualTo(Map.of("my_ip", "192.0.2.1"));
    assertThat(settings.backends().netswitch("junos").values()).isEmpty();
  }

  @Test
  void eachFamilyHasItsGroups() {
    BackendGroups backends =
        Texts.settings(
                """
                [power:ipmi]
                port = 6230
                [POWER:Pdu]
                outlet = 1
                [netswitch:openvswitch]
                command = ovs
                [deploy:fake]
                delay_seconds = 1
                """)
            .backends();
    assertThat(backends.named("power")).containsExactly("ipmi", "pdu");
    assertThat(backends.named("netswitch")).containsExactly("openvswitch");
    assertThat(backends.named("deploy")).containsExactly("fake");
    assertThat(backends.power("ipmi").values()).isEqualTo(Map.of("port", "6230"));
    assertThat(backends.power("Pdu").values()).isEqualTo(Map.of("outlet", "1"));
    assertThat(backends.netswitch("openvswitch").values()).isEqualTo(Map.of("command", "ovs"));
    assertThat(backends.netswitch("other").values()).isEmpty();
    assertThat(backends.deploy("fake").values()).containsEntry("delay_seconds", "1");
  }

  @Test
  void aBackEndStillRefusesWhatItDoesNotKnow() {
    BackendSettings power = Texts.settings("[power:ipmi]\nprot = 1\n").backends().power("ipmi");
    assertThatThrownBy(() -> power.as(NoSettings.class)).hasMessageContaining("[power:ipmi]");
  }
}
