package org.novabm.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.BmcEndpoint;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * The BMC of a node to be registered, or what is to be changed of it.
 *
 * @param address {@code host}, {@code host:port} or {@code [v6]:port}
 * @param manager name of an installed power manager; the configured one when left out
 */
record PowerBody(
    @Nullable String address,
    @Nullable String user,
    @Schema(type = "string", format = "password") @Nullable Secret password,
    @Nullable String manager) {

  /** Without the password. */
  BmcEndpoint endpoint() {
    String account = Field.textOr("power.user", user, 255, "");
    String where = Field.text("power.address", address, 255);
    return BmcEndpoint.of(
        Field.parsed("power.address", where, text -> Endpoint.parse(text, account, Secret.EMPTY)));
  }

  /** Empty when it is left out. */
  Secret passwordOrNone() {
    return password == null ? Secret.EMPTY : password;
  }

  /** What is left out stays as it is. */
  BmcEndpoint over(BmcEndpoint now) {
    String account = Field.textOr("power.user", user, 255, now.user());
    return address == null
        ? new BmcEndpoint(now.address(), now.port(), account)
        : new PowerBody(address, account, null, null).endpoint();
  }

  String managerAmong(KnownBackends.Names managers) {
    return managerAmong(managers, "");
  }

  /**
   * The name of a manager that is installed, or empty.
   *
   * @param standard when it is left out
   */
  String managerAmong(KnownBackends.Names managers, String standard) {
    String name = Field.textOr("power.manager", manager, 255, standard);
    if (manager != null && !name.isEmpty() && !managers.contains(name)) {
      throw Fault.field(
          "power.manager", "names no installed power manager; installed: " + managers.display());
    }
    return name;
  }
}
