package org.novabm.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * The BMC of a node to be registered.
 *
 * @param address {@code host}, {@code host:port} or {@code [v6]:port}
 * @param manager name of an installed power manager; the configured one when left out
 */
record PowerBody(
    @Nullable String address,
    @Nullable String user,
    @Schema(type = "string", format = "password") @Nullable Secret password,
    @Nullable String manager) {

  Endpoint endpoint() {
    String account = Field.textOr("power.user", user, 255, "");
    Secret secret = password == null ? Secret.EMPTY : password;
    String where = Field.text("power.address", address, 255);
    return Field.parsed("power.address", where, text -> Endpoint.parse(text, account, secret));
  }

  String managerAmong(KnownBackends.Names managers) {
    String name = Field.textOr("power.manager", manager, 255, "");
    if (!name.isEmpty() && !managers.contains(name)) {
      throw Fault.field(
          "power.manager", "names no installed power manager; installed: " + managers.display());
    }
    return name;
  }
}
