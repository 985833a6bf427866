package org.novabm.rack.process;

/** Is told, line by line, what the rack does. */
@FunctionalInterface
public interface Narrator {

  /** Tells nobody. */
  Narrator SILENT = line -> {};

  /** Takes one line without its line end. */
  void say(String line);
}
