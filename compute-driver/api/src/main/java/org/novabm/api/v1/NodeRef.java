package org.novabm.api.v1;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.spi.MacAddress;

/** The ways to name a node in a path. */
public sealed interface NodeRef {

  Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  Pattern UUID_LENGTH = Pattern.compile("[0-9a-fA-F-]{36}");

  record ById(long id) implements NodeRef {}

  record ByUuid(UUID uuid) implements NodeRef {}

  record ByMac(MacAddress mac) implements NodeRef {}

  static NodeRef parse(String text) {
    try {
      if (NUMBER.matcher(text).matches()) {
        return new ById(Long.parseLong(text));
      }
      return UUID_LENGTH.matcher(text).matches()
          ? new ByUuid(UUID.fromString(text))
          : new ByMac(new MacAddress(text));
    } catch (IllegalArgumentException _) {
      throw unknown(text);
    }
  }

  default @Nullable Node findIn(NodeStore nodes) {
    return switch (this) {
      case ById(long id) -> nodes.find(id);
      case ByUuid(UUID uuid) -> nodes.findByUuid(uuid);
      case ByMac(MacAddress mac) -> nodes.findByMac(mac);
    };
  }

  /**
   * The node that somebody named.
   *
   * @throws Fault when there is none
   */
  static Node require(String ref, NodeStore nodes) {
    Node node = parse(ref).findIn(nodes);
    if (node == null) {
      throw unknown(ref);
    }
    return node;
  }

  static Fault unknown(String ref) {
    return Fault.notFound(
        "there is no node '" + ref + "'; name it by its number, uuid or MAC address");
  }
}
