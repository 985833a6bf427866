package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.novabm.node.DuplicateException;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

public interface SwitchStoreContract extends OnStores {

  static NetworkSwitch sample(String address) {
    return new NetworkSwitch(
        0,
        new Endpoint(address, 830, "netconf", Secret.of("switch password")),
        "juniper",
        "rack 1");
  }

  @Test
  default void switchIsStoredAndRemoved() {
    NetworkSwitch stored = stage().switches().add(sample("10.1.0.1"));
    NetworkSwitch other = stage().switches().add(sample("10.1.0.2"));

    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(sample("10.1.0.1"));
    assertThat(stage().switches().find(stored.id())).isEqualTo(stored);
    assertThat(stage().switches().list()).containsExactly(stored, other);
    assertThat(stage().switches().delete(stored.id())).isTrue();
    assertThat(stage().switches().delete(stored.id())).isFalse();
    assertThat(stage().switches().find(stored.id())).isNull();
    assertThat(stage().switches().list()).containsExactly(other);
  }

  @Test
  default void sameAddressIsRefusedNamingTheFirst() {
    NetworkSwitch stored = stage().switches().add(sample("10.1.0.1"));

    assertThatThrownBy(() -> stage().switches().add(sample("10.1.0.1")))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("10.1.0.1:830")
        .hasMessageContaining("switch " + stored.id());
  }

  @Test
  default void anotherSpellingOfTheAddressIsRefusedNamingTheFirst() {
    NetworkSwitch stored = stage().switches().add(sample("Leaf1.example"));

    assertThatThrownBy(() -> stage().switches().add(sample("leaf1.EXAMPLE.")))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("switch " + stored.id() + " (Leaf1.example:830)");
  }
}
