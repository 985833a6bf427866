package org.novabm.app.backends;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The back ends of one family by their names and other names.
 *
 * @param <P> the family's provider
 */
final class Catalogue<P> {

  private static final Pattern OLD_CLASS =
      Pattern.compile("nova\\.virt\\.baremetal\\.(?:\\w+\\.)*(\\w+)\\.\\w+");

  private final String family;
  private final Map<String, P> byName = new TreeMap<>();
  private final Map<String, P> byAnyName = new TreeMap<>();

  Catalogue(
      String family,
      Iterable<P> providers,
      Function<P, String> name,
      Function<P, Set<String>> aliases) {
    this.family = family;
    for (P provider : providers) {
      byName.put(name.apply(provider), provider);
      enter(name.apply(provider), provider);
      aliases.apply(provider).forEach(alias -> enter(alias, provider));
    }
  }

  /**
   * The back end of that name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  P named(String wanted) {
    P provider = byAnyName.getOrDefault(wanted, byAnyName.get(module(wanted)));
    if (provider == null) {
      throw new IllegalArgumentException(
          "no %s back end is called '%s'; installed are %s"
              .formatted(family, wanted, byName.keySet()));
    }
    return provider;
  }

  /**
   * The module of a class of the old driver, which says what the class does: {@code ipmi} of {@code
   * nova.virt.baremetal.ipmi.Ipmi}; the name itself when it is no such class.
   */
  private static String module(String wanted) {
    return OLD_CLASS.matcher(wanted).replaceFirst("$1");
  }

  /** In alphabetical order. */
  Map<String, P> byName() {
    return Collections.unmodifiableMap(byName);
  }

  Set<String> aliases() {
    Set<String> aliases = new TreeSet<>(byAnyName.keySet());
    aliases.removeAll(byName.keySet());
    return aliases;
  }

  private void enter(String name, P provider) {
    P other = byAnyName.put(name, provider);
    if (other != null) {
      throw new IllegalStateException(
          "two %s back ends are called '%s': %s and %s; remove one from the plug-in folder"
              .formatted(family, name, other.getClass().getName(), provider.getClass().getName()));
    }
  }
}
