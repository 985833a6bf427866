package org.novabm.api.v1;

import org.novabm.node.NetworkSwitch;
import org.novabm.rest.v1.SwitchView;

/** Shows switches. */
final class SwitchViews {

  private SwitchViews() {}

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
