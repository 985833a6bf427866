package org.novabm.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * A switch to be registered.
 *
 * @param address host name or IP address; {@code host:port} when there is no field {@code port}
 * @param port 1 to 65535; left out for the protocol's own
 * @param driver name of an installed switch manager; left out for the configured one
 */
record SwitchBody(
    @Nullable String address,
    @Nullable Integer port,
    @Nullable String user,
    @Schema(type = "string", format = "password") @Nullable Secret password,
    @Nullable String driver,
    @Nullable String description) {

  NetworkSwitch toSwitch(KnownBackends backends) {
    String usual = backends.usualSwitchManager();
    String name = Field.textOr("driver", driver, 255, usual);
    KnownBackends.Names drivers = backends.switchManagers();
    if (!name.equals(usual) && !drivers.contains(name)) {
      throw Fault.field(
          "driver", "names no installed switch manager; installed: " + drivers.display());
    }
    return new NetworkSwitch(
        0, endpoint(), name, Field.textOr("description", description, 255, ""));
  }

  private Endpoint endpoint() {
    String account = Field.textOr("user", user, 255, "");
    Secret secret = password == null ? Secret.EMPTY : password;
    String where = Field.text("address", address, 255);
    Endpoint parsed = Field.parsed("address", where, text -> Endpoint.parse(text, account, secret));
    int number = Field.wholeOr("port", port, 1, 65_535, parsed.port());
    return new Endpoint(parsed.address(), number, account, secret);
  }
}
