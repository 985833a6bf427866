package org.novabm.store.contract;

import org.novabm.contract.store.OnStores;

/** What each suite of tests starts from: the stores on a database, all tables empty. */
public interface OnDatabase extends OnStores {

  @Override
  Stage stage();
}
