package org.novabm.node;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a node beyond how large it is and where it hangs.
 *
 * @param resourceClass what kind of machine it is; null when nobody said
 * @param traits what it can; at most 50, each {@link #checkTrait checked}
 * @param properties for people and their programs; nothing here reads them. At most 64; a name has
 *     1 to 64 letters, digits and . _ : / -, a value at most 255 characters
 * @param rootDevice on which of its disks the image goes
 * @param retirement why it is retired, up to 255 characters, empty when nobody said why; null when
 *     it is not. A retired node is chosen for no instance and cannot be provided.
 * @param protection why it is protected, in the same way; null when it is not. The instance on a
 *     protected node cannot be destroyed or rebuilt.
 * @param backends which of several back ends work on it
 */
public record NodeDetails(
    @Nullable ResourceClass resourceClass,
    SortedSet<String> traits,
    SortedMap<String, String> properties,
    RootDeviceHints rootDevice,
    @Nullable String retirement,
    @Nullable String protection,
    NodeBackends backends) {

  /** Nothing is said. */
  public static final NodeDetails NONE =
      new NodeDetails(
          null,
          new TreeSet<>(),
          new TreeMap<>(),
          RootDeviceHints.NONE,
          null,
          null,
          NodeBackends.STANDARD);

  private static final int MOST_TRAITS = 50;
  private static final int MOST_PROPERTIES = 64;
  private static final int LONGEST = 255;
  private static final Pattern TRAIT = Pattern.compile("[A-Z][A-Z0-9_]{0,254}");
  private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException for what is out of its bounds
   */
  public NodeDetails {
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    checkTraits(traits);
    properties.forEach(NodeDetails::checkProperty);
    if (properties.size() > MOST_PROPERTIES) {
      throw new IllegalArgumentException("a node has at most 64 properties");
    }
    checkReason(retirement);
    checkReason(protection);
  }

  /**
   * Refuses what is no trait: an upper-case letter, then letters, digits and underscores, 255 at
   * most in all. So are the names of os-traits and those that begin with {@code CUSTOM_}; which
   * names os-traits has is not looked at.
   */
  public static String checkTrait(String trait) {
    if (!TRAIT.matcher(trait).matches()) {
      String shown = trait.length() > 40 ? trait.substring(0, 40) + "…" : trait;
      throw new IllegalArgumentException(
          "'%s' is no trait: upper-case letters, digits and underscores, a letter first, at most 255, for example CUSTOM_RAID or HW_CPU_X86_VMX"
              .formatted(shown));
    }
    return trait;
  }

  private static void checkTraits(Collection<String> traits) {
    traits.forEach(NodeDetails::checkTrait);
    if (traits.size() > MOST_TRAITS) {
      throw new IllegalArgumentException("a node has at most 50 traits");
    }
  }

  private static void checkProperty(String name, @Nullable String value) {
    if (!PROPERTY.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a property has 1 to 64 letters, digits and . _ : / -");
    }
    if (value == null
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the value of property %s is to have at most 255 characters and no control character"
              .formatted(name));
    }
  }

  private static void checkReason(@Nullable String reason) {
    if (reason != null && reason.length() > LONGEST) {
      throw new IllegalArgumentException("a reason has at most 255 characters");
    }
  }

  public boolean isRetired() {
    return retirement != null;
  }

  /** For a sentence: {@code retired: out of warranty}; null when it is not. */
  public @Nullable String retiredText() {
    return text("retired", retirement);
  }

  /** For a sentence; null when it is not. */
  public @Nullable String protectedText() {
    return text("protected", protection);
  }

  private static @Nullable String text(String word, @Nullable String reason) {
    return reason == null ? null : reason.isBlank() ? word : word + ": " + reason;
  }

  /** The same with other traits. */
  public NodeDetails withTraits(Collection<String> other) {
    return new NodeDetails(
        resourceClass,
        new TreeSet<>(other),
        properties,
        rootDevice,
        retirement,
        protection,
        backends);
  }

  /** The same of another class. */
  public NodeDetails withClass(@Nullable ResourceClass other) {
    return new NodeDetails(other, traits, properties, rootDevice, retirement, protection, backends);
  }

  /** The same with other properties. */
  public NodeDetails withProperties(Map<String, String> other) {
    return new NodeDetails(
        resourceClass, traits, new TreeMap<>(other), rootDevice, retirement, protection, backends);
  }

  /** The same with other hints. */
  public NodeDetails withRootDevice(RootDeviceHints other) {
    return new NodeDetails(
        resourceClass, traits, properties, other, retirement, protection, backends);
  }

  /** The same, retired for the reason or, for null, not. */
  public NodeDetails retired(@Nullable String reason) {
    return new NodeDetails(
        resourceClass, traits, properties, rootDevice, reason, protection, backends);
  }

  /** The same, protected for the reason or, for null, not. */
  public NodeDetails protectedFor(@Nullable String reason) {
    return new NodeDetails(
        resourceClass, traits, properties, rootDevice, retirement, reason, backends);
  }

  /** The same with other back ends. */
  public NodeDetails withBackends(NodeBackends other) {
    return new NodeDetails(
        resourceClass, traits, properties, rootDevice, retirement, protection, other);
  }
}
