package org.novabm.conf;

import java.util.List;

/**
 * An option the service knows.
 *
 * @param formerNames read too; in one file the name itself wins, and a later file wins over both
 * @param byDefault as it would stand in a file, so that it may hold {@code $other_option}
 */
public record DeclaredOption(OptionName name, List<OptionName> formerNames, String byDefault) {

  public DeclaredOption {
    formerNames = List.copyOf(formerNames);
  }

  public DeclaredOption(OptionName name, String byDefault) {
    this(name, List.of(), byDefault);
  }
}
