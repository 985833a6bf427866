package org.novabm.api.v1;

import java.math.BigInteger;
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
import org.novabm.rest.v1.DetailsBody;

/** Reads what a request says of a node beyond its size and place. */
final class DetailsRequests {

  private static final int MOST_TRAITS = 50;

  private DetailsRequests() {}

  static NodeDetails over(DetailsBody body, NodeDetails now) {
    NodeDetails said = now;
    String ofClass = body.resourceClass();
    if (ofClass != null) {
      said =
          said.withClass(
              ofClass.isEmpty()
                  ? null
                  : Field.parsed("resource_class", ofClass, ResourceClass::new));
    }
    if (body.traits() != null) {
      List<String> all = Field.listOr("traits", body.traits(), MOST_TRAITS);
      said = read("traits", said, before -> before.withTraits(all));
    }
    Map<String, String> pairs = body.properties();
    if (pairs != null) {
      said = read("properties", said, before -> before.withProperties(pairs));
    }
    Map<String, @Nullable Object> hints = body.rootDevice();
    if (hints != null) {
      said = read("root_device", said, before -> before.withRootDevice(hints(hints)));
    }
    String deploy = body.deployInterface();
    if (deploy != null) {
      String boot = said.backends().boot();
      said =
          read(
              "deploy_interface",
              said,
              before -> before.withBackends(new NodeBackends(nameOrNull(deploy), boot)));
    }
    String boot = body.bootInterface();
    if (boot != null) {
      String kept = said.backends().deploy();
      said =
          read(
              "boot_interface",
              said,
              before -> before.withBackends(new NodeBackends(kept, nameOrNull(boot))));
    }
    return said.retired(reason("retired", said.retirement(), body.retired(), body.retiredReason()))
        .protectedFor(
            reason("protected", said.protection(), body.isProtected(), body.protectedReason()));
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

  private static RootDeviceHints hints(Map<String, @Nullable Object> written) {
    Map<String, String> texts = new TreeMap<>();
    written.forEach((name, value) -> texts.put(name, hint(name, value)));
    return RootDeviceHints.of(texts);
  }

  private static String hint(String name, @Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case Boolean either -> either.toString();
      case null, default ->
          throw new IllegalArgumentException(
              "root device hint " + name + " is neither a text, a whole number nor a boolean");
    };
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
