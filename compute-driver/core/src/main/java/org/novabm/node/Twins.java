package org.novabm.node;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novabm.spi.Secret;

/** Looks among nodes that are to be stored together for what must be unique in a pool. */
public final class Twins {

  private final Set<Object> seen = new HashSet<>();

  private Twins() {}

  /**
   * Refuses nodes of which two are to have one MAC address, uuid, BMC or switch port.
   *
   * @throws DuplicateException naming it
   */
  public static void refuse(List<Node> nodes) {
    Twins twins = new Twins();
    nodes.forEach(twins::see);
  }

  private void see(Node node) {
    see(node.uuid(), "uuid");
    node.macs().forEach(mac -> see(mac, "MAC address"));
    BmcNames.of(node.power().with(Secret.EMPTY)).forEach(name -> see(name, "BMC"));
    if (node.switchPort() != null) {
      see(node.switchPort(), "switch port");
    }
  }

  private void see(Object one, String what) {
    if (!seen.add(one)) {
      throw new DuplicateException("%s %s is named twice".formatted(what, one));
    }
  }
}
