package org.novabm.api.v1;

import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.BmcEndpoint;
import org.novabm.rest.v1.PowerBody;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** Reads what a request says of a BMC. */
final class PowerRequests {

  private PowerRequests() {}

  /** Without the password. */
  static BmcEndpoint endpoint(PowerBody body) {
    String account = Field.textOr("power.user", body.user(), 255, "");
    return endpoint(Field.text("power.address", body.address(), 255), account);
  }

  /** What is left out stays as it is. */
  static BmcEndpoint over(PowerBody body, BmcEndpoint now) {
    String account = Field.textOr("power.user", body.user(), 255, now.user());
    return body.address() == null
        ? new BmcEndpoint(now.address(), now.port(), account)
        : endpoint(Field.text("power.address", body.address(), 255), account);
  }

  private static BmcEndpoint endpoint(String address, String account) {
    return BmcEndpoint.of(
        Field.parsed(
            "power.address", address, text -> Endpoint.parse(text, account, Secret.EMPTY)));
  }

  /**
   * The name of a manager that is installed, or empty.
   *
   * @param standard when it is left out
   */
  static String manager(PowerBody body, KnownBackends.Names installed, String standard) {
    String name = Field.textOr("power.manager", body.manager(), 255, standard);
    if (body.manager() != null && !name.isEmpty() && !installed.contains(name)) {
      throw Fault.field(
          "power.manager", "names no installed power manager; installed: " + installed.display());
    }
    return name;
  }
}
