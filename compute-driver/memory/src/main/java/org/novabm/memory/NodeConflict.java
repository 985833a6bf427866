package org.novabm.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BmcNames;
import org.novabm.node.DuplicateException;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/** Looks for owners of what must be unique among nodes. */
record NodeConflict(Collection<Node> nodes) {

  /**
   * Refuses what somebody has already.
   *
   * @throws DuplicateException naming it and its owner
   */
  void refuse(Node node) {
    refuse(it -> it.uuid().equals(node.uuid()), "uuid " + node.uuid() + " belongs to node %d");
    if (node.macs().stream().distinct().count() < node.macs().size()) {
      throw new DuplicateException("a MAC address is named twice in " + node.macs());
    }
    node.macs().forEach(this::refuseMac);
    refuseBmc(node.power(), 0);
    refusePort(node.switchPort(), 0);
  }

  /** Refuses the MAC address of another card. */
  void refuseMac(MacAddress mac) {
    refuse(it -> it.macs().contains(mac), "MAC address " + mac + " belongs to node %d");
  }

  /** Refuses a BMC that is another's than the node of this number. */
  void refuseBmc(BmcEndpoint bmc, long own) {
    List<String> names = names(bmc);
    refuse(
        it -> it.id() != own && !Collections.disjoint(names, names(it.power())),
        "BMC " + bmc.display() + " is that of node %d; is one of the addresses wrong?");
  }

  /** Refuses a switch port that is another's than the node of this number. */
  void refusePort(@Nullable SwitchPort plug, long own) {
    if (plug != null) {
      String where = "port %s of switch %d".formatted(plug.port(), plug.switchId());
      refuse(
          it -> it.id() != own && plug.equals(it.switchPort()),
          where + " is where node %d is plugged in; is one of them wrong?");
    }
  }

  private static List<String> names(BmcEndpoint bmc) {
    return BmcNames.of(bmc.with(Secret.EMPTY));
  }

  private void refuse(Predicate<Node> taken, String why) {
    for (Node node : nodes) {
      if (taken.test(node)) {
        throw new DuplicateException(why.replace("%d", Long.toString(node.id())));
      }
    }
  }
}
