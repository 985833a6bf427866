package org.novabm.app.wiring;

/** Has this process look at what has just become its host's. */
@FunctionalInterface
interface NewWork {

  void look();
}
