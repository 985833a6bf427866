package org.novabm.power.pdu;

import java.util.List;
import java.util.regex.Pattern;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;

/**
 * Which outlets of which unit: {@code host,outlet} or {@code host,outlet+outlet}, for machines with
 * several supplies; an outlet is a number, or two with a dot where units are stacked.
 *
 * @param unit where the unit is asked
 * @param numbers its outlets, at least one
 */
record Outlets(Endpoint unit, List<String> numbers) {

  private static final Pattern FORM =
      Pattern.compile("[^,]+,[0-9]{1,4}(?:\\.[0-9]{1,4})?(?:\\+[0-9]{1,4}(?:\\.[0-9]{1,4})?)*");

  static Outlets of(Endpoint endpoint) {
    if (!FORM.matcher(endpoint.address()).matches()) {
      throw new IllegalArgumentException(
          endpoint.display()
              + " names no outlet; the address of a power distribution unit is host,outlet, such as"
              + " 10.0.0.9,7, or host,outlet+outlet");
    }
    String[] parts = endpoint.address().split(",", 2);
    HostName.require(parts[0]);
    return new Outlets(
        new Endpoint(parts[0], endpoint.port(), endpoint.user(), endpoint.password()),
        List.of(parts[1].split("\\+", -1)));
  }
}
