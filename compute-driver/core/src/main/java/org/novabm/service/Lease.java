package org.novabm.service;

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
