package org.novabm.api;

import java.util.Set;
import java.util.TreeSet;

/**
 * The back ends that were found at start. A node or switch that names another one is refused when
 * it is registered, not when somebody wants to boot it.
 *
 * @param powerManagers for nodes
 * @param switchManagers for switches
 * @param usualSwitchManager of switches that are registered without one
 * @param deployers that are enabled, for nodes
 * @param boots ways to boot their ramdisks
 */
public record KnownBackends(
    Names powerManagers,
    Names switchManagers,
    String usualSwitchManager,
    Names deployers,
    Names boots) {

  /**
   * Names of one family.
   *
   * @param names the providers' own, for example {@code ipmi}; shown to people
   * @param aliases other names that are taken as well, such as old dotted class names
   */
  public record Names(Set<String> names, Set<String> aliases) {

    public Names {
      names = Set.copyOf(names);
      aliases = Set.copyOf(aliases);
    }

    public boolean contains(String name) {
      return names.contains(name) || aliases.contains(name);
    }

    /** For messages: in alphabetical order, with commas. */
    public String display() {
      return names.isEmpty() ? "none is installed" : String.join(", ", new TreeSet<>(names));
    }
  }
}
