package org.novabm.netswitch.junos;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** Says in our words what a port does. */
final class PortReading {

  private final Endpoint endpoint;
  private final @Nullable VlanId quarantine;

  PortReading(Endpoint endpoint, @Nullable VlanId quarantine) {
    this.endpoint = endpoint;
    this.quarantine = quarantine;
  }

  /**
   * @throws BackendException.Refused when there is no such port, or it is not ours to move
   */
  void mustBeMovable(JunosState view, PortName port) {
    if (!view.has(port.text())) {
      throw refused("the switch has no port " + port);
    }
    ConfiguredPort configured = view.configured(port.text());
    if (!configured.bundle().isEmpty()) {
      throw refused("%s is a member of %s; move that instead".formatted(port, configured.bundle()));
    }
    if (!configured.families().isEmpty()) {
      throw refused(
          "%s is set in a way of its own (%s); delete that at the switch first"
              .formatted(port, String.join(", ", configured.families())));
    }
  }

  /** The state of a port that may be moved. */
  PortState state(JunosState view, PortName port) {
    mustBeMovable(view, port);
    PortMode mode = mode(view, port);
    if (mode == null) {
      throw refused(
          "%s is set in a way of its own (%s); attach or detach it first"
              .formatted(port, describe(view.forwarding(port.text()))));
    }
    return new PortState(port, mode);
  }

  /** Null for what is neither idle nor a segment. */
  @Nullable PortMode mode(JunosState view, PortName port) {
    Forwarding forwarding = view.forwarding(port.text());
    if (view.isShut(port.text()) || forwarding.isEmpty()) {
      return new Idle();
    }
    if (forwarding.untagged().size() > 1) {
      return null;
    }
    VlanId untagged = forwarding.untagged().isEmpty() ? null : forwarding.untagged().first();
    if (!forwarding.tagged().isEmpty()) {
      return new Trunk(untagged, forwarding.tagged());
    }
    return untagged == null || untagged.equals(quarantine) ? new Idle() : new Access(untagged);
  }

  /** The ports that have a state, in the order of their names. */
  List<PortState> states(JunosState view) {
    return view.up().keySet().stream()
        .filter(name -> name.matches("(ge|xe|et|mge|fe)-[0-9]+/[0-9]+/[0-9]+(:[0-9]+)?|ae[0-9]+"))
        .map(PortName::new)
        .sorted()
        .filter(port -> isOurs(view.configured(port.text())))
        .flatMap(
            port -> {
              PortMode mode = mode(view, port);
              return mode == null
                  ? java.util.stream.Stream.<PortState>empty()
                  : java.util.stream.Stream.of(new PortState(port, mode));
            })
        .toList();
  }

  private static boolean isOurs(ConfiguredPort port) {
    return port.bundle().isEmpty() && port.families().isEmpty();
  }

  static String describe(Forwarding forwarding) {
    return forwarding.isEmpty()
        ? "forwards nothing"
        : "forwards untagged " + forwarding.untagged() + ", tagged " + forwarding.tagged();
  }

  private BackendException.Refused refused(String why) {
    return new BackendException.Refused(endpoint.display(), why);
  }
}
