package org.novabm.spi.contract.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.network.VlanId;

/**
 * The contract of {@link SwitchManager}. A test class implements this interface, names a provider
 * and a running switch, and inherits the tests. The tests move {@link #port()} about and leave it
 * anywhere; nothing else on the switch is touched.
 */
@DisplayName("a switch manager")
public interface SwitchManagerContract {

  /** The provider under test, configured. */
  SwitchManagerProvider provider();

  /** A switch that answers. */
  Endpoint liveSwitch();

  /** An address where no switch answers. */
  Endpoint deadSwitch();

  /** A port the live switch has. */
  PortName port();

  /** A port the live switch does not have. */
  PortName missingPort();

  /** How long one operation may take. */
  default Duration within() {
    return Duration.ofSeconds(30);
  }

  /** Two VLANs the live switch can carry. */
  default VlanId provisioningVlan() {
    return new VlanId(10);
  }

  default VlanId tenantVlan() {
    return new VlanId(20);
  }

  @Test
  default void attachPutsThePortOnTheVlan() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      assertThat(manager.attach(port(), provisioningVlan(), within()).isOn(provisioningVlan()))
          .isTrue();
      assertThat(manager.read(port(), within()).isOn(provisioningVlan())).isTrue();
    }
  }

  @Test
  default void attachTwiceIsTheSameAsOnce() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      var once = manager.attach(port(), provisioningVlan(), within());
      assertThat(manager.attach(port(), provisioningVlan(), within())).isEqualTo(once);
    }
  }

  @Test
  default void attachMovesThePortFromOneVlanToTheOther() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), provisioningVlan(), within());
      assertThat(manager.attach(port(), tenantVlan(), within()).vlan()).isEqualTo(tenantVlan());
      assertThat(manager.read(port(), within()).vlan()).isEqualTo(tenantVlan());
    }
  }

  @Test
  default void detachLeavesThePortIdle() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), tenantVlan(), within());
      assertThat(manager.detach(port(), within()).isIdle()).isTrue();
      assertThat(manager.read(port(), within()).isIdle()).isTrue();
    }
  }

  @Test
  default void detachTwiceIsTheSameAsOnce() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      var once = manager.detach(port(), within());
      assertThat(manager.detach(port(), within())).isEqualTo(once);
    }
  }

  @Test
  default void anIdlePortCanBeAttachedAgain() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.detach(port(), within());
      assertThat(manager.attach(port(), tenantVlan(), within()).isOn(tenantVlan())).isTrue();
    }
  }

  @Test
  default void anotherManagerOfTheSameSwitchSeesTheMove() {
    try (SwitchManager writer = provider().open(liveSwitch());
        SwitchManager reader = provider().open(liveSwitch())) {
      writer.attach(port(), tenantVlan(), within());
      assertThat(reader.read(port(), within()).port()).isEqualTo(port());
      assertThat(reader.read(port(), within()).isOn(tenantVlan())).isTrue();
    }
  }

  @Test
  default void aPortTheSwitchDoesNotHaveIsRefused() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      assertThatThrownBy(() -> manager.read(missingPort(), within()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining(missingPort().text());
      assertThatThrownBy(() -> manager.attach(missingPort(), tenantVlan(), within()))
          .isInstanceOf(BackendException.Refused.class);
      assertThatThrownBy(() -> manager.detach(missingPort(), within()))
          .isInstanceOf(BackendException.Refused.class);
    }
  }

  @Test
  default void aDeadSwitchIsUnreachable() {
    try (SwitchManager manager = provider().open(deadSwitch())) {
      assertThatThrownBy(() -> manager.read(port(), Duration.ofSeconds(3)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining(deadSwitch().display());
      assertThatThrownBy(() -> manager.attach(port(), tenantVlan(), Duration.ofSeconds(3)))
          .isInstanceOf(BackendException.Unreachable.class);
      assertThatThrownBy(() -> manager.detach(port(), Duration.ofSeconds(3)))
          .isInstanceOf(BackendException.Unreachable.class);
    }
  }
}
