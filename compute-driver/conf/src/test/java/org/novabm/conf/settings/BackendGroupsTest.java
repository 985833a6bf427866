package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;

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
    assertThat(agent.text("listen", "")).isEqualTo("192.0.2.1");
    assertThat(agent.text("http_port", "")).isEqualTo("8080");
    assertThat(agent.text("base_url", "")).isEqualTo("http://192.0.2.1:8080");
    assertThat(agent.text("image_hosts", "")).isEqualTo("*.example.org");
    assertThat(agent.text("tftp_root", "")).isEqualTo("/srv/tftp");
    assertThat(agent.text("deploy_kernel", "")).isEqualTo("/srv/kernel");
    assertThat(agent.text("deploy_ramdisk", "shipped")).isEqualTo("shipped");
  }

  @Test
  void theAgentsDefaults() {
    BackendSettings agent = Texts.settings().backends().deploy("agent");
    AGENT_DEFAULTS.forEach((key, text) -> assertThat(agent.text(key, "")).isEqualTo(text));
    assertThatCode(agent::refuseOthers).doesNotThrowAnyException();
  }

  @Test
  void openFlowListensOnTheHostsAddress() {
    Settings settings = Texts.settings("[DEFAULT]\nmy_ip = 192.0.2.1\n");
    assertThat(settings.backends().netswitch("openflow").text("my_ip", "")).isEqualTo("192.0.2.1");
    assertThat(settings.backends().netswitch("junos").text("my_ip", "none")).isEqualTo("none");
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
    assertThat(backends.power("ipmi").number("port", 623, 1, 65535)).isEqualTo(6230);
    assertThat(backends.power("Pdu").text("outlet", "")).isEqualTo("1");
    assertThat(backends.netswitch("openvswitch").text("command", "")).isEqualTo("ovs");
    assertThat(backends.netswitch("other").text("command", "none")).isEqualTo("none");
    assertThat(backends.deploy("fake").number("delay_seconds", 0, 0, 9)).isEqualTo(1);
  }

  @Test
  void aBackEndStillRefusesWhatItDoesNotKnow() {
    BackendSettings power = Texts.settings("[power:ipmi]\nprot = 1\n").backends().power("ipmi");
    assertThatThrownBy(power::refuseOthers).hasMessageContaining("[power:ipmi]");
  }
}
