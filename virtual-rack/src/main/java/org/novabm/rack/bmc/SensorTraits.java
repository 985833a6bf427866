package org.novabm.rack.bmc;

import org.novabm.rack.profile.Traits;

/**
 * What is wrong with the sensor repository.
 *
 * @param end what the last record names as the next
 * @param third the third record
 * @param piece most bytes in one answer
 */
record SensorTraits(End end, Body third, int piece) {

  enum End {
    END,
    /** A record that is not there. */
    GHOST
  }

  enum Body {
    SOUND,
    /** 0xC3, always. */
    TIMES_OUT,
    /** 0xCA for all but its head. */
    JUNK
  }

  static SensorTraits of(Traits traits) {
    return new SensorTraits(
        traits.one(End.class, "last-sensor"),
        traits.one(Body.class, "third-sensor"),
        traits.number("piece"));
  }
}
