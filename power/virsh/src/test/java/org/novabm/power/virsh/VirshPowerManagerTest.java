package org.novabm.power.virsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The contract on a machine of libvirt's test driver. */
class VirshPowerManagerTest implements PowerManagerContract, DeadEndpointContract {

  private static PrivateLibvirt libvirt;
  private final VirshPowerProvider provider = new VirshPowerProvider();

  @BeforeAll
  static void start() throws IOException {
    libvirt = new PrivateLibvirt();
  }

  @AfterAll
  static void stop() throws IOException {
    if (libvirt != null) {
      libvirt.close();
    }
  }

  @BeforeEach
  void switchOff() {
    provider.configure(new BackendSettings("power:virsh", Map.of("uri", libvirt.uri())));
    libvirt.run("destroy", "test");
    assertThat(seenFromOutside()).isEqualTo(PowerState.OFF);
  }

  private static Endpoint address(String text) {
    return Endpoint.parse(text, "none", Secret.EMPTY);
  }

  @Override
  public PowerManager open() {
    return provider.open(address("test"));
  }

  @Override
  public PowerState seenFromOutside() {
    return libvirt.run("domstate", "test").equals("running") ? PowerState.ON : PowerState.OFF;
  }

  @Override
  public PowerManager openDeadEndpoint() {
    provider.configure(
        new BackendSettings("power:virsh", Map.of("uri", "test+unix:///default?socket=/nowhere")));
    return provider.open(address("test"));
  }

  @Test
  void aMachineThatIsNotThereIsRefused() {
    try (PowerManager power = provider.open(address("other"))) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("failed to get domain 'other'");
    }
  }

  @Test
  void aPausedMachineIsOn() {
    libvirt.run("start", "test");
    libvirt.run("suspend", "test");
    try (PowerManager power = open()) {
      assertThat(power.state(patience())).isEqualTo(PowerState.ON);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lab1/vm7, none, qemu+ssh://lab1/system?no_tty=1, vm7",
    "lab1.example.org/vm7, stack, qemu+ssh://stack@lab1.example.org/system?no_tty=1, vm7",
    "10.0.0.7/vm-7:2222, '', qemu+ssh://10.0.0.7:2222/system?no_tty=1, vm-7",
    "vm7, stack, qemu:///system, vm7"
  })
  void addressesNameMachineAndHost(String address, String user, String uri, String name) {
    VirshSettings standard = BackendSettings.none("power:virsh").as(VirshSettings.class);
    Domain domain = Domain.of(Endpoint.parse(address, user, Secret.EMPTY), standard);
    assertThat(domain.uri()).isEqualTo(uri);
    assertThat(domain.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "a b", "host/", "/vm", "host/--all", "a/b/c", "-oX/vm"})
  void othersAreRefused(String address) {
    assertThatThrownBy(() -> provider.open(address(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host/name");
  }

  @Test
  void aUserThatCouldBeAnythingElseIsRefused() {
    assertThatThrownBy(
            () -> provider.open(Endpoint.parse("lab1/vm7", "-oProxyCommand=x", Secret.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a user name");
  }
}
