package org.novabm.node;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Flavor;

/**
 * What an instance needs of its node, as its flavor says it: sizes, and in its extra specs {@code
 * resources:CUSTOM_X=1}, {@code trait:X=required} and {@code trait:X=forbidden}, as Nova and
 * placement write them. All other extra specs are passed over.
 *
 * @param memoryMb in MiB
 * @param vcpus processors
 * @param diskGb in GiB
 * @param classes resource classes as flavors write them; a node has one at most, so that two are
 *     met by none
 * @param required traits that the node must have
 * @param forbidden traits that it must not have
 */
public record Demand(
    int memoryMb,
    int vcpus,
    int diskGb,
    SortedSet<String> classes,
    SortedSet<String> required,
    SortedSet<String> forbidden) {

  private static final int MOST = 50;
  private static final String TRAIT = "trait:";
  private static final String CLASS = "resources:CUSTOM_";

  public Demand {
    classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
    forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
  }

  /** Of size alone. */
  public static Demand ofSize(int memoryMb, int vcpus, int diskGb) {
    return new Demand(memoryMb, vcpus, diskGb, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /**
   * What the flavor asks for.
   *
   * @throws IllegalArgumentException naming an extra spec that cannot be met or understood
   */
  public static Demand of(Flavor flavor) {
    SortedSet<String> classes = new TreeSet<>();
    SortedSet<String> required = new TreeSet<>();
    SortedSet<String> forbidden = new TreeSet<>();
    for (Map.Entry<String, String> spec : flavor.extraSpecs().entrySet()) {
      String name = spec.getKey();
      if (name.startsWith(TRAIT)) {
        String trait = NodeDetails.checkTrait(name.substring(TRAIT.length()));
        (isRequired(spec) ? required : forbidden).add(trait);
      } else if (name.startsWith(CLASS) && isOne(spec)) {
        classes.add(name.substring("resources:".length()));
      }
    }
    if (classes.size() + required.size() + forbidden.size() > MOST) {
      throw new IllegalArgumentException(
          "the flavor's extra specs name more than " + MOST + " traits and resource classes");
    }
    return new Demand(
        flavor.memoryMb(), flavor.vcpus(), flavor.diskGb(), classes, required, forbidden);
  }

  private static boolean isRequired(Map.Entry<String, String> spec) {
    return switch (spec.getValue()) {
      case "required" -> true;
      case "forbidden" -> false;
      default -> throw wrong(spec, "required or forbidden");
    };
  }

  /** None of a class is nothing asked for. */
  private static boolean isOne(Map.Entry<String, String> spec) {
    return switch (spec.getValue()) {
      case "1" -> true;
      case "0" -> false;
      default -> throw wrong(spec, "1, because a node is one of its class");
    };
  }

  private static IllegalArgumentException wrong(Map.Entry<String, String> spec, String wanted) {
    return new IllegalArgumentException(
        "the flavor's extra spec %s is '%s'; it is to be %s"
            .formatted(spec.getKey(), spec.getValue(), wanted));
  }

  /** Whether sizes, class and traits of the node will do; who is on it is not looked at. */
  public boolean isMetBy(Node node) {
    return lack(node) == null;
  }

  /** What the node has not, for a sentence that begins with the node; null when it has all. */
  @Nullable String lack(Node node) {
    Capacity has = node.capacity();
    if (has.memoryMb() < memoryMb) {
      return lack(has.memoryMb(), "MiB memory", memoryMb);
    }
    if (has.cpus() < vcpus) {
      return lack(has.cpus(), "cpus", vcpus);
    }
    if (has.localGb() < diskGb) {
      return lack(has.localGb(), "GB disk", diskGb);
    }
    return lackBeyondSize(node.details());
  }

  /** What a node of these details has not, but for sizes. */
  @Nullable String lackBeyondSize(NodeDetails details) {
    String ofClass = lackOfClass(details.resourceClass());
    return ofClass == null ? lackOfTraits(details.traits()) : ofClass;
  }

  private static String lack(int has, String what, int wanted) {
    return "has %d %s of %d wanted".formatted(has, what, wanted);
  }

  private @Nullable String lackOfClass(@Nullable ResourceClass has) {
    String custom = has == null ? "" : has.custom();
    return classes.stream()
        .filter(wanted -> !wanted.equals(custom))
        .findFirst()
        .map(
            wanted ->
                "is of " + (has == null ? "no resource class" : custom) + ", not of " + wanted)
        .orElse(null);
  }

  private @Nullable String lackOfTraits(SortedSet<String> has) {
    for (String trait : required) {
      if (!has.contains(trait)) {
        return "lacks the trait " + trait;
      }
    }
    for (String trait : forbidden) {
      if (has.contains(trait)) {
        return "has the trait " + trait + ", which is forbidden";
      }
    }
    return null;
  }
}
