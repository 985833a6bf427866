package org.novabm.node;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.PortName;

/**
 * Where rows of the old bare-metal driver have a card plugged in.
 *
 * @param datapath id of an OpenFlow switch, as whoever wrote the row wrote it
 * @param port its number there
 */
public record FlowPort(String datapath, int port) {

  /**
   * That of the first card that has one; null when none has. Datapath 0 is none: sites without
   * OpenFlow registered their cards with {@code --datapath_id=0x0 --port_no=0}.
   */
  public static @Nullable FlowPort of(Node node) {
    for (NodeInterface card : node.interfaces()) {
      String datapath = card.datapathId();
      Integer port = card.portNo();
      if (datapath != null && port != null && !digits(datapath).isEmpty()) {
        return new FlowPort(datapath, port);
      }
    }
    return null;
  }

  /** The port on that one of the switches which has this datapath id; null when none has. */
  public @Nullable SwitchPort onOneOf(Iterable<NetworkSwitch> switches) {
    for (NetworkSwitch candidate : switches) {
      if (digits(candidate.endpoint().address()).equals(digits(datapath))) {
        return new SwitchPort(candidate.id(), new PortName(Integer.toString(port)));
      }
    }
    return null;
  }

  /** {@code 0x0000525400AC0001} and {@code 00:00:52:54:00:ac:00:01} are the same. */
  private static String digits(String id) {
    return id.toLowerCase(Locale.ROOT)
        .replaceFirst("^0x", "")
        .replace(":", "")
        .replaceFirst("^0+", "");
  }
}
