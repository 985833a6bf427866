package org.novabm.store.contract;

import org.junit.jupiter.api.BeforeEach;

/** What each suite of tests starts from: the stores on a database, all tables empty. */
public interface OnDatabase {

  Stage stage();

  @BeforeEach
  default void clear() {
    stage().clear();
  }
}
