package org.novabm.api.v1;

import org.novabm.api.GivenPasswords;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.NetworkSwitch;
import org.novabm.rest.v1.SwitchBody;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** Reads a switch that is to be registered. */
final class SwitchRequests {

  private SwitchRequests() {}

  static NetworkSwitch networkSwitch(SwitchBody body, KnownBackends backends) {
    String usual = backends.usualSwitchManager();
    String name = Field.textOr("driver", body.driver(), 255, usual);
    KnownBackends.Names drivers = backends.switchManagers();
    if (!name.equals(usual) && !drivers.contains(name)) {
      throw Fault.field(
          "driver", "names no installed switch manager; installed: " + drivers.display());
    }
    return new NetworkSwitch(
        0, endpoint(body), name, Field.textOr("description", body.description(), 255, ""));
  }

  private static Endpoint endpoint(SwitchBody body) {
    String account = Field.textOr("user", body.user(), 255, "");
    Secret secret = GivenPasswords.orEmpty(body.password());
    String where = Field.text("address", body.address(), 255);
    Endpoint parsed = Field.parsed("address", where, text -> Endpoint.parse(text, account, secret));
    int number = Field.wholeOr("port", body.port(), 1, 65_535, parsed.port());
    return new Endpoint(parsed.address(), number, account, secret);
  }
}
