package org.novabm.power.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.RawCommands;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.RestorePolicyControl;

/** Light and restore policy: what we set, ipmitool reads. */
class ChassisExtrasTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BmcFarm farm = BmcFarm.start();
  private final IpmiPowerProvider provider = new IpmiPowerProvider();
  private final SimulatedBmc bmc =
      farm.add(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          BmcPlan.of(BmcAccount.of("admin", Secret.of("secret")), new PlainChassis(PowerState.ON)));
  private final Endpoint endpoint =
      new Endpoint("127.0.0.1", bmc.address().getPort(), "admin", Secret.of("secret"));
  private final PowerManager power = provider.open(endpoint);

  @AfterEach
  void stop() {
    power.close();
    provider.close();
    farm.close();
  }

  @ParameterizedTest
  @CsvSource({"ALWAYS_OFF, always-off", "PREVIOUS, previous", "ALWAYS_ON, always-on"})
  void thePolicyIsReadBack(RestorePolicy policy, String word) throws Exception {
    RestorePolicyControl control = (RestorePolicyControl) power;
    assertThat(control.restore(policy, PATIENCE)).isEqualTo(policy);
    assertThat(control.restorePolicy(PATIENCE)).isEqualTo(policy);
    assertThat(new Ipmitool(endpoint, 17).run("chassis", "status"))
        .contains("Power Restore Policy : " + word);
  }

  @Test
  void theLightShinesAsLongAsItIsAskedTo() {
    LocatorLight light = (LocatorLight) power;
    light.shine(Duration.ofSeconds(15), PATIENCE);
    assertThat(bmc.light()).isEqualTo("for a while");
    light.shine(Duration.ofHours(1), PATIENCE);
    assertThat(bmc.light()).isEqualTo("on");
    light.shine(Duration.ZERO, PATIENCE);
    assertThat(bmc.light()).isEqualTo("off");
  }

  @Test
  void rawCommandsAreForThoseWhoAllowedThem() {
    assertThatThrownBy(() -> ((RawCommands) power).raw(0x06, 0x01, new byte[0], PATIENCE))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("raw = true");
    provider.configure(new BackendSettings("power:ipmi", Map.of("raw", "true")));
    try (PowerManager allowed = provider.open(endpoint)) {
      assertThat(((RawCommands) allowed).raw(0x06, 0x01, new byte[0], PATIENCE))
          .startsWith(0x00, 0x20)
          .hasSize(12);
      assertThat(((RawCommands) allowed).raw(0x30, 0x70, new byte[] {1, 2}, PATIENCE))
          .containsExactly(0xC1);
    }
  }
}
