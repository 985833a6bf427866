package org.novabm.spi.contract.network;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
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

  /** A VLAN that no port carries. */
  default VlanId spareVlan() {
    return new VlanId(3999);
  }

  /** What a machine is on while it is deployed. */
  default Access provisioning() {
    return new Access(provisioningVlan());
  }

  default Access tenant() {
    return new Access(tenantVlan());
  }

  default Trunk trunk() {
    return Trunk.of(provisioningVlan(), List.of(tenantVlan()));
  }

  @Test
  default void attachPutsThePortOnTheVlan() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      assertThat(manager.attach(port(), provisioning(), within()).isOn(provisioning())).isTrue();
      assertThat(manager.read(port(), within()).isOn(provisioning())).isTrue();
    }
  }

  @Test
  default void attachTwiceIsTheSameAsOnce() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      var once = manager.attach(port(), provisioning(), within());
      assertThat(manager.attach(port(), provisioning(), within())).isEqualTo(once);
    }
  }

  @Test
  default void attachMovesThePortFromOneVlanToTheOther() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), provisioning(), within());
      assertThat(manager.attach(port(), tenant(), within()).mode()).isEqualTo(tenant());
      assertThat(manager.read(port(), within()).mode()).isEqualTo(tenant());
    }
  }

  @Test
  default void aTrunkCarriesItsVlansAndIsReadAsOne() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      assertThat(manager.attach(port(), trunk(), within()).mode()).isEqualTo(trunk());
      assertThat(manager.read(port(), within()).mode()).isEqualTo(trunk());
      Trunk tagged = Trunk.of(null, List.of(provisioningVlan(), tenantVlan()));
      assertThat(manager.attach(port(), tagged, within()).mode()).isEqualTo(tagged);
      assertThat(manager.attach(port(), tenant(), within()).mode()).isEqualTo(tenant());
    }
  }

  @Test
  default void detachLeavesThePortIdle() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), tenant(), within());
      assertThat(manager.detach(port(), within()).isIdle()).isTrue();
      assertThat(manager.read(port(), within()).isIdle()).isTrue();
    }
  }

  @Test
  default void detachLeavesATrunkIdle() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), trunk(), within());
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
      assertThat(manager.attach(port(), tenant(), within()).isOn(tenant())).isTrue();
    }
  }

  @Test
  default void anotherManagerOfTheSameSwitchSeesTheMove() {
    try (SwitchManager writer = provider().open(liveSwitch());
        SwitchManager reader = provider().open(liveSwitch())) {
      writer.attach(port(), tenant(), within());
      assertThat(reader.read(port(), within()).port()).isEqualTo(port());
      assertThat(reader.read(port(), within()).isOn(tenant())).isTrue();
    }
  }

  @Test
  default void theListHasThePortAsItIsRead() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      PortState moved = manager.attach(port(), tenant(), within());
      List<PortState> all = manager.list(within());
      assertThat(all).contains(moved).isSortedAccordingTo(comparing(PortState::port));
      assertThat(all).extracting(PortState::port).doesNotContain(missingPort());
    }
  }

  @Test
  default void aVlanIsMadeOnceAndForgottenOnce() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      Vlan spare = Vlan.of(spareVlan());
      manager.ensureVlan(spare, within());
      manager.ensureVlan(spare, within());
      manager.removeVlan(spare.id(), within());
      manager.removeVlan(spare.id(), within());
    }
  }

  @Test
  default void aVlanThatAPortCarriesIsNotRemoved() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.attach(port(), tenant(), within());
      assertThatThrownBy(() -> manager.removeVlan(tenantVlan(), within()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining(port().text());
      assertThat(manager.read(port(), within()).mode()).isEqualTo(tenant());
    }
  }

  @Test
  default void aPortTheSwitchDoesNotHaveIsRefused() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      assertThatThrownBy(() -> manager.read(missingPort(), within()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining(missingPort().text());
      assertThatThrownBy(() -> manager.attach(missingPort(), tenant(), within()))
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
      assertThatThrownBy(() -> manager.attach(port(), tenant(), Duration.ofSeconds(3)))
          .isInstanceOf(BackendException.Unreachable.class);
      assertThatThrownBy(() -> manager.detach(port(), Duration.ofSeconds(3)))
          .isInstanceOf(BackendException.Unreachable.class);
    }
  }
}
