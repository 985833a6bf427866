package org.novabm.rack.redfish;

/** A trait that is there or not. */
enum YesNo {
  YES,
  NO
}
