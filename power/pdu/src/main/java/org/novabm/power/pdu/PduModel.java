package org.novabm.power.pdu;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * How the outlets of one kind of unit are read and switched: a line of the table {@code models}.
 *
 * @param name by which it can be chosen
 * @param enterprise the maker's number (IANA), by which it is recognised
 * @param state object that tells an outlet's state
 * @param on values that mean it gives power, or still does
 * @param off values that mean it gives none, or does not yet
 * @param switchOn object and value
 * @param switchOff object and value
 */
record PduModel(
    String name,
    int enterprise,
    String state,
    Set<Integer> on,
    Set<Integer> off,
    Order switchOn,
    Order switchOff) {

  static final String ENTERPRISES = "1.3.6.1.4.1.";

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+(\\d+)\\s+(\\S+)=([\\d,]+)/([\\d,]+)\\s+(\\S+)=(\\d+)\\s+(\\S+)=(\\d+)");

  /** What is written, and where. */
  record Order(String object, int value) {

    VariableBinding of(String outlet) {
      return new VariableBinding(name(object, outlet), new Integer32(value));
    }
  }

  static PduModel parse(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a model of outlets: " + line);
    }
    return new PduModel(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        parts.group(3),
        numbers(parts.group(4)),
        numbers(parts.group(5)),
        new Order(parts.group(6), Integer.parseInt(parts.group(7))),
        new Order(parts.group(8), Integer.parseInt(parts.group(9))));
  }

  private static Set<Integer> numbers(String list) {
    return Arrays.stream(list.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
  }

  OID state(String outlet) {
    return name(state, outlet);
  }

  private static OID name(String object, String outlet) {
    return new OID(ENTERPRISES + object.replace("N", outlet));
  }
}
