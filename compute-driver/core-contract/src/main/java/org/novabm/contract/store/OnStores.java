package org.novabm.contract.store;

import org.junit.jupiter.api.BeforeEach;

/** What each suite of tests starts from: stores with nothing in them. */
public interface OnStores {

  /** The same for all tests of a class. */
  Stores stage();

  @BeforeEach
  default void clear() {
    stage().clear();
  }
}
