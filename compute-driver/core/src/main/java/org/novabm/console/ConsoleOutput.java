package org.novabm.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What instances' consoles said. */
@FunctionalInterface
public interface ConsoleOutput {

  /** Nothing is recorded. */
  ConsoleOutput NONE = (instance, lines) -> null;

  /**
   * The end of what an instance's console said.
   *
   * @param lines at most so many; 0 and less for all
   * @return null when the instance is on no node, or nothing was recorded
   */
  @Nullable String output(UUID instance, int lines);
}
