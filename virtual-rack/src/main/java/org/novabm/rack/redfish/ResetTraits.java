package org.novabm.rack.redfish;

import java.util.List;
import org.novabm.rack.profile.Traits;

/**
 * How the machine is switched.
 *
 * @param types that are taken
 * @param told where they are told
 * @param toldTypes those that are told; a list may be wrong
 * @param already status for an order whose state is there already; 0 does nothing and says yes
 * @param pressed whether somebody presses the button just before the first order
 * @param on what readings show after an order to switch on, before the truth; {@code null} for none
 * @param off the same for off
 * @param cycle the same for restarts
 * @param cycleEndsOn whether the machine comes back after a restart
 */
record ResetTraits(
    List<String> types,
    Told told,
    List<String> toldTypes,
    int already,
    boolean pressed,
    List<String> on,
    List<String> off,
    List<String> cycle,
    boolean cycleEndsOn) {

  enum Told {
    /** With the action. */
    INLINE,
    /** In the resource that the action names (DSP0266, action info). */
    INFO,
    /** In both, which may differ. */
    BOTH,
    NO
  }

  static ResetTraits of(Traits traits) {
    List<String> types = traits.words("resets");
    List<String> inline = traits.words("resets-inline");
    return new ResetTraits(
        types,
        traits.one(Told.class, "resets-told"),
        inline.isEmpty() ? types : inline,
        traits.number("already"),
        traits.yes("pressed"),
        traits.words("on-shows"),
        traits.words("off-shows"),
        traits.words("cycle-shows"),
        traits.yes("cycle-comes-back"));
  }
}
