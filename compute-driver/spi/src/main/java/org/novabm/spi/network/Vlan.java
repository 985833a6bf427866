package org.novabm.spi.network;

import java.util.regex.Pattern;

/**
 * A VLAN as a switch knows it.
 *
 * @param id its number
 * @param name 1 to 32 letters, digits, {@code _} and {@code -}, a letter first: a name on every
 *     switch we know, and nothing else in any shell, XML or CLI
 */
public record Vlan(VlanId id, String name) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  public Vlan {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a VLAN name: 1 to 32 letters, digits, _ and -, a letter first");
    }
  }

  /** The VLAN with a name of ours, for switches that want one: {@code novabm-20}. */
  public static Vlan of(VlanId id) {
    return new Vlan(id, "novabm-" + id);
  }
}
