package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** A switch; its password is in {@code secrets}. */
@Entity
@Table(name = "switches")
class SwitchRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  String address;
  int port;
  String username;
  String driver;
  String description;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected SwitchRow() {}

  SwitchRow(NetworkSwitch networkSwitch) {
    address = networkSwitch.endpoint().address();
    port = networkSwitch.endpoint().port();
    username = networkSwitch.endpoint().user();
    driver = networkSwitch.driver();
    description = networkSwitch.description();
  }

  NetworkSwitch toSwitch(Secret password) {
    return new NetworkSwitch(
        Objects.requireNonNull(id),
        new Endpoint(address, port, username, password),
        driver,
        description);
  }
}
