package org.novabm.api.v1;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.NodeBackends;
import org.novabm.node.NodeDetails;
import org.novabm.node.ResourceClass;
import org.novabm.node.RootDeviceHints;
import tools.jackson.databind.JsonNode;

/**
 * What is said of a node in the body of a call. What is null stays as it is.
 *
 * @param resourceClass empty for none
 * @param traits all it has from now on
 * @param properties all it has from now on
 * @param rootDevice all hints from now on; texts, numbers and booleans
 * @param retiredReason stays with a node that is retired already; goes with the mark
 * @param protectedReason in the same way
 * @param deployInterface empty for the one of nova.conf
 * @param bootInterface empty for the deployer's usual one
 */
record DetailsBody(
    @Nullable String resourceClass,
    @Nullable List<String> traits,
    @Nullable Map<String, String> properties,
    @Nullable Map<String, JsonNode> rootDevice,
    @Nullable Boolean retired,
    @Nullable String retiredReason,
    @Nullable Boolean isProtected,
    @Nullable String protectedReason,
    @Nullable String deployInterface,
    @Nullable String bootInterface) {

  private static final int MOST_TRAITS = 50;

  NodeDetails over(NodeDetails now) {
    NodeDetails said = now;
    String ofClass = resourceClass;
    if (ofClass != null) {
      said =
          said.withClass(
              ofClass.isEmpty()
                  ? null
                  : Field.parsed("resource_class", ofClass, ResourceClass::new));
    }
    if (traits != null) {
      List<String> all = Field.listOr("traits", traits, MOST_TRAITS);
      said = read("traits", said, before -> before.withTraits(all));
    }
    Map<String, String> pairs = properties;
    if (pairs != null) {
      said = read("properties", said, before -> before.withProperties(pairs));
    }
    Map<String, JsonNode> hints = rootDevice;
    if (hints != null) {
      said = read("root_device", said, before -> before.withRootDevice(hints(hints)));
    }
    String deploy = deployInterface;
    if (deploy != null) {
      String boot = said.backends().boot();
      said =
          read(
              "deploy_interface",
              said,
              before -> before.withBackends(new NodeBackends(nameOrNull(deploy), boot)));
    }
    String boot = bootInterface;
    if (boot != null) {
      String kept = said.backends().deploy();
      said =
          read(
              "boot_interface",
              said,
              before -> before.withBackends(new NodeBackends(kept, nameOrNull(boot))));
    }
    return said.retired(reason("retired", said.retirement(), retired, retiredReason))
        .protectedFor(reason("protected", said.protection(), isProtected, protectedReason));
  }

  private static @Nullable String nameOrNull(String name) {
    return name.isEmpty() ? null : name;
  }

  /**
   * What is said now may be done now. What was said before is left alone, for back ends come and go
   * with nova.conf.
   */
  static void check(NodeDetails before, NodeDetails said, KnownBackends backends) {
    String deploy = said.backends().deploy();
    if (deploy != null
        && !deploy.equals(before.backends().deploy())
        && !backends.deployers().contains(deploy)) {
      throw Fault.field(
          "deploy_interface",
          "names no deployer that is enabled (enabled_deploy_interfaces in [novabm]); enabled: "
              + backends.deployers().display());
    }
    String boot = said.backends().boot();
    if (boot != null
        && !boot.equals(before.backends().boot())
        && !backends.boots().contains(boot)) {
      throw Fault.field(
          "boot_interface",
          "names nothing that boots the ramdisk of a deployer that is enabled; there are: "
              + backends.boots().display());
    }
  }

  private interface Change {
    NodeDetails of(NodeDetails before);
  }

  private static NodeDetails read(String field, NodeDetails before, Change change) {
    try {
      return change.of(before);
    } catch (IllegalArgumentException e) {
      throw Fault.field(field, "is wrong: " + e.getMessage());
    }
  }

  private static RootDeviceHints hints(Map<String, JsonNode> written) {
    Map<String, String> texts = new TreeMap<>();
    written.forEach(
        (name, value) -> {
          if (value == null
              || !(value.isString() || value.isIntegralNumber() || value.isBoolean())) {
            throw new IllegalArgumentException(
                "root device hint " + name + " is neither a text, a whole number nor a boolean");
          }
          texts.put(name, value.asString());
        });
    return RootDeviceHints.of(texts);
  }

  /** Null when the node is not marked so; the reason where none is given is the one it has. */
  private static @Nullable String reason(
      String mark, @Nullable String now, @Nullable Boolean wanted, @Nullable String why) {
    boolean marked = wanted == null ? now != null : wanted;
    String field = mark + "_reason";
    if (!marked) {
      if (why != null && !why.isEmpty()) {
        throw Fault.field(field, "must be left out unless the node is " + mark);
      }
      return null;
    }
    return Field.textOr(field, why, 255, Objects.requireNonNullElse(now, ""));
  }
}
