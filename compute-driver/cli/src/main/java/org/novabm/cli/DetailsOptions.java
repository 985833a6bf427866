package org.novabm.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.DetailsBody;
import org.novabm.rest.v1.DetailsView;
import picocli.CommandLine.Option;

/** What is said of a machine beyond its size and place; a picocli mixin. */
final class DetailsOptions {

  /** In place of what is said: nothing. */
  private static final String NONE = "-";

  private static final DetailsView NOTHING =
      new DetailsView(null, List.of(), Map.of(), Map.of(), false, null, false, null, null, null);

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

  /** All that is said. */
  DetailsBody body() {
    return body(new Removals(List.of(), List.of(), List.of()), NOTHING);
  }

  /** What is to be taken away of what is said. */
  record Removals(List<String> traits, List<String> properties, List<String> hints) {
    boolean isAny() {
      return !traits.isEmpty() || !properties.isEmpty() || !hints.isEmpty();
    }
  }

  /**
   * All that is said, of a change.
   *
   * @param before what was said
   */
  DetailsBody body(Removals without, DetailsView before) {
    return new DetailsBody(
        name(resourceClass),
        traits(without.traits(), before.traits()),
        pairs(properties, without.properties(), before.properties()),
        hints(without.hints(), before.rootDevice()),
        mark(retired),
        reason(retired),
        mark(isProtected),
        reason(isProtected),
        name(deployInterface),
        name(bootInterface));
  }

  private @Nullable List<String> traits(List<String> without, List<String> before) {
    if (traits.isEmpty() && without.isEmpty()) {
      return null;
    }
    TreeSet<String> all = new TreeSet<>(before);
    all.addAll(traits);
    without.forEach(all::remove);
    return List.copyOf(all);
  }

  private @Nullable Map<String, @Nullable Object> hints(
      List<String> without, Map<String, String> before) {
    Map<String, String> all = pairs(hints, without, before);
    return all == null ? null : new TreeMap<>(all);
  }

  private static @Nullable Map<String, String> pairs(
      Map<String, String> said, List<String> without, Map<String, String> before) {
    if (said.isEmpty() && without.isEmpty()) {
      return null;
    }
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(said);
    without.forEach(all::remove);
    return all;
  }

  private static @Nullable String name(@Nullable String name) {
    return NONE.equals(name) ? "" : name;
  }

  private static @Nullable Boolean mark(@Nullable String why) {
    return why == null ? null : !NONE.equals(why);
  }

  private static @Nullable String reason(@Nullable String why) {
    return NONE.equals(why) ? null : why;
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
