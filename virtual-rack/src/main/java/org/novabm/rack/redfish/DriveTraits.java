package org.novabm.rack.redfish;

import org.novabm.rack.profile.Traits;

/**
 * The virtual drive.
 *
 * @param insertion how an image gets into it
 * @param late how many readings show the old image after a change
 */
record DriveTraits(Insertion insertion, int late) {

  enum Insertion {
    ACTION,
    /** The action, with no parameter but the image. */
    BARE_ACTION,
    /** There is no action; the property Image is written. */
    PATCH
  }

  static DriveTraits of(Traits traits) {
    return new DriveTraits(traits.one(Insertion.class, "insertion"), traits.number("image-late"));
  }
}
