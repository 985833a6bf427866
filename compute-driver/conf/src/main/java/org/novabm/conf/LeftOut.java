package org.novabm.conf;

import java.util.Set;

/** The lone {@code ...} of old documents, which stands for lines that they leave out. */
public final class LeftOut {

  public static final OptionName NAME = new OptionName(OptionName.DEFAULT, "...");

  private static final Set<String> FORMS = Set.of("...", "\u2026");

  private LeftOut() {}

  static boolean is(String line) {
    return FORMS.contains(PythonBlanks.strip(line));
  }

  /** Told with the lines that have no effect. */
  static Assignment at(Origin origin) {
    return new Assignment(NAME, "", origin);
  }
}
