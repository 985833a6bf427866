package org.novabm.power.ipmi;

import java.util.Arrays;
import org.novabm.power.ipmi.wire.Octets;

/** Octets as tools print them: pairs of digits with blanks between. */
final class HexDump {

  private HexDump() {}

  static Octets octets(String text) {
    return Octets.of(
        Arrays.stream(text.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .mapToInt(word -> Integer.parseInt(word, 16))
            .toArray());
  }
}
