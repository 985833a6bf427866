package org.novabm.api.v1;

import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;

/**
 * A switch as shown; its password never is.
 *
 * @param port null for the protocol's own
 */
record SwitchView(
    long id,
    String address,
    @Nullable Integer port,
    String user,
    String driver,
    String description) {

  static SwitchView of(NetworkSwitch it) {
    int port = it.endpoint().port();
    return new SwitchView(
        it.id(),
        it.endpoint().address(),
        port == 0 ? null : port,
        it.endpoint().user(),
        it.driver(),
        it.description());
  }
}
