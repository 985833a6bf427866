package org.novabm.rack.redfish;

import java.util.List;
import java.util.Locale;
import org.novabm.rack.profile.Traits;

/**
 * How the boot override is changed.
 *
 * @param targets words for devices
 * @param lasting what becomes of Continuous
 * @param lastingTold whether the list of values for Enabled is told
 * @param mode what becomes of the mode
 * @param firstMode shown before it is changed
 * @param place what takes it
 * @param settings the last part of the settings resource's path
 * @param order the firmware's own; empty where it is not told
 * @param late how many readings show the old one after a change
 */
record BootTraits(
    List<String> targets,
    Lasting lasting,
    boolean lastingTold,
    Mode mode,
    String firstMode,
    Place place,
    String settings,
    List<Option> order,
    int late) {

  enum Lasting {
    TAKEN,
    REFUSED,
    /** Stored as Once. */
    ONCE
  }

  enum Mode {
    TAKEN,
    /** Not shown, and refused. */
    ABSENT,
    /** Shown, and refused. */
    READ_ONLY,
    /** Taken, and Legacy is shown. */
    REVERTS,
    /** Taken, and Legacy again with each change that does not have it. */
    FORGOTTEN
  }

  enum Place {
    SYSTEM,
    /** The settings resource; the system's refusal names it. */
    MOVED,
    /** The settings resource; the system says that Boot is read-only. */
    READ_ONLY,
    /** Nothing does: "unsupported operation". */
    NOWHERE
  }

  enum Option {
    NETWORK,
    DISK,
    CD
  }

  static BootTraits of(Traits traits) {
    return new BootTraits(
        traits.words("targets"),
        traits.one(Lasting.class, "lasting"),
        traits.yes("lasting-told"),
        traits.one(Mode.class, "mode"),
        traits.text("first-mode"),
        traits.one(Place.class, "boot-at"),
        traits.text("settings"),
        traits.words("boot-order").stream()
            .map(word -> Option.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList(),
        traits.number("boot-late"));
  }

  boolean hasSettings() {
    return place == Place.MOVED || place == Place.READ_ONLY;
  }
}
