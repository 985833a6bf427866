package org.novabm.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a machine beyond its size and place; a picocli mixin. */
final class DetailsOptions {

  /** In place of what is said: nothing. */
  private static final String NONE = "-";

  @Option(
      names = "--resource-class",
      paramLabel = "NAME",
      description =
          "What kind of machine it is, for resources:CUSTOM_NAME=1 of flavors; - for none.")
  private @Nullable String resourceClass;

  @Option(
      names = "--trait",
      paramLabel = "TRAIT",
      description = "What it can, for trait:TRAIT=required of flavors; may be repeated.")
  private List<String> traits = new ArrayList<>();

  @Option(
      names = "--property",
      paramLabel = "KEY=TEXT",
      description = "A text for people and their programs; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--root-device",
      paramLabel = "HINT=TEXT",
      description =
          "A hint on which disk the image goes, as Ironic has them, for example serial=S1 or"
              + " 'size=>= 60'; may be repeated.")
  private Map<String, String> hints = new LinkedHashMap<>();

  @Option(
      names = "--retired",
      paramLabel = "WHY",
      description = "It is retired: chosen for no instance, and not provided; - to take that back.")
  private @Nullable String retired;

  @Option(
      names = "--protected",
      paramLabel = "WHY",
      description =
          "It is protected: its instance is not destroyed or rebuilt; - to take that back.")
  private @Nullable String isProtected;

  @Option(
      names = "--deploy-interface",
      paramLabel = "NAME",
      description = "Which deployer puts images on it; - for the one of nova.conf.")
  private @Nullable String deployInterface;

  @Option(
      names = "--boot-interface",
      paramLabel = "NAME",
      description = "How the deployer's ramdisk is booted; - for its usual way.")
  private @Nullable String bootInterface;

  /** Puts all that is said into the body of a call. */
  void putInto(ObjectNode body) {
    putInto(body, new Removals(List.of(), List.of(), List.of()), null);
  }

  /** What is to be taken away of what is said. */
  record Removals(List<String> traits, List<String> properties, List<String> hints) {
    boolean isAny() {
      return !traits.isEmpty() || !properties.isEmpty() || !hints.isEmpty();
    }
  }

  /**
   * Puts all that is said into the body of a change.
   *
   * @param before the node as it is; null when there is nothing to keep
   */
  void putInto(ObjectNode body, Removals without, @Nullable JsonNode before) {
    putName(body, "resource_class", resourceClass);
    if (!traits.isEmpty() || !without.traits().isEmpty()) {
      putTraits(body.putArray("traits"), without.traits(), before);
    }
    putMap(body, "properties", properties, without.properties(), before);
    putMap(body, "root_device", hints, without.hints(), before);
    putName(body, "deploy_interface", deployInterface);
    putName(body, "boot_interface", bootInterface);
    putMark(body, "retired", retired);
    putMark(body, "protected", isProtected);
  }

  private void putTraits(ArrayNode all, List<String> without, @Nullable JsonNode before) {
    TreeSet<String> has = new TreeSet<>();
    if (before != null) {
      before.path("traits").forEach(trait -> has.add(trait.asString()));
    }
    has.addAll(traits);
    without.forEach(has::remove);
    has.forEach(all::add);
  }

  private static void putMap(
      ObjectNode body,
      String field,
      Map<String, String> said,
      List<String> without,
      @Nullable JsonNode before) {
    if (said.isEmpty() && without.isEmpty()) {
      return;
    }
    Map<String, String> has = new TreeMap<>();
    if (before != null) {
      before.path(field).properties().forEach(it -> has.put(it.getKey(), it.getValue().asString()));
    }
    has.putAll(said);
    without.forEach(has::remove);
    ObjectNode all = body.putObject(field);
    has.forEach(all::put);
  }

  private static void putName(ObjectNode body, String field, @Nullable String name) {
    if (name != null) {
      body.put(field, NONE.equals(name) ? "" : name);
    }
  }

  private static void putMark(ObjectNode body, String field, @Nullable String why) {
    if (NONE.equals(why)) {
      body.put(field, false);
    } else if (why != null) {
      body.put(field, true).put(field + "_reason", why);
    }
  }

  boolean isEmpty() {
    return resourceClass == null
        && traits.isEmpty()
        && properties.isEmpty()
        && hints.isEmpty()
        && retired == null
        && isProtected == null
        && deployInterface == null
        && bootInterface == null;
  }
}
