package org.novabm.netswitch.openflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * What a port shall carry, as one line of three words: untagged VLAN, tagged VLANs, cards; {@code
 * -} for none. {@code 10 20,30 52:54:00:ac:00:01} is a trunk of one card.
 */
record Wish(PortMode mode, Set<MacAddress> admitted) {

  private static final String NONE = "-";

  static Wish parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("'" + line + "' is not three words");
    }
    VlanId untagged = words[0].equals(NONE) ? null : new VlanId(Integer.parseInt(words[0]));
    Set<VlanId> tagged =
        list(words[1]).map(it -> new VlanId(Integer.parseInt(it))).collect(Collectors.toSet());
    Set<MacAddress> cards = list(words[2]).map(MacAddress::new).collect(Collectors.toSet());
    return new Wish(mode(untagged, tagged), cards);
  }

  /** The port is idle, and nobody is admitted in particular. */
  boolean isNothing() {
    return mode instanceof Idle && admitted.isEmpty();
  }

  private static PortMode mode(@Nullable VlanId untagged, Collection<VlanId> tagged) {
    if (!tagged.isEmpty()) {
      return Trunk.of(untagged, tagged);
    }
    return untagged == null ? new Idle() : new Access(untagged);
  }

  private static Stream<String> list(String word) {
    return word.equals(NONE) ? java.util.stream.Stream.of() : Arrays.stream(word.split(","));
  }

  @Override
  public String toString() {
    return switch (mode) {
          case Idle() -> NONE + " " + NONE;
          case Access(VlanId vlan) -> vlan + " " + NONE;
          case Trunk(var untagged, var tagged) ->
              (untagged == null ? NONE : untagged) + " " + word(tagged);
        }
        + " "
        + word(admitted);
  }

  private static String word(Collection<?> list) {
    return list.isEmpty()
        ? NONE
        : list.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }
}
