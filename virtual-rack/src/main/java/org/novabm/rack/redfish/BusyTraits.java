package org.novabm.rack.redfish;

import java.util.List;
import org.novabm.rack.profile.Traits;

/**
 * What is answered at first instead of the truth; words of {@link BusyAnswers}.
 *
 * @param logins to POSTs of a session
 * @param readings to GETs of the machine
 * @param changes to PATCHes and orders
 * @param farewells to DELETEs of a session
 */
record BusyTraits(
    List<String> logins, List<String> readings, List<String> changes, List<String> farewells) {

  static BusyTraits of(Traits traits) {
    BusyTraits read =
        new BusyTraits(
            traits.words("busy-login"),
            traits.words("busy-reading"),
            traits.words("busy-change"),
            traits.words("busy-farewell"));
    List.of(read.logins, read.readings, read.changes, read.farewells)
        .forEach(words -> words.forEach(BusyAnswers::reply));
    return read;
  }
}
