package org.novabm.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The right of this process to act for its host. Another process may have it as soon as this one
 * was silent for its length, so whoever is about to touch a device asks first.
 */
@FunctionalInterface
public interface Lease {

  /** For a process that shares its devices with none. */
  Lease ALWAYS = () -> true;

  /** Whether this process may act now. Asks nobody; cheap enough for every operation. */
  boolean isHeld();

  /**
   * Does something that goes over several operations. A lease that was lost meanwhile is not taken
   * anew before it has ended: whoever has it then would believe that it may go on.
   */
  default <T extends @Nullable Object> T during(Supplier<T> work) {
    return work.get();
  }

  /**
   * Lets only the holder pass.
   *
   * @throws LeaseLostException when this process may not act now
   */
  default void require() {
    if (!isHeld()) {
      throw new LeaseLostException();
    }
  }
}
