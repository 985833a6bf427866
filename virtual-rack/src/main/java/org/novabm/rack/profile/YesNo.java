package org.novabm.rack.profile;

/** A trait that is there or not. */
enum YesNo {
  YES,
  NO
}
