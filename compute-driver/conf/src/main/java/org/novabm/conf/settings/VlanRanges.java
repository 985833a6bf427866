package org.novabm.conf.settings;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.VlanId;

/** VLANs by their numbers and ranges. */
public final class VlanRanges {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?");

  private final BitSet numbers = new BitSet();
  private final String text;

  private VlanRanges(List<String> ranges) {
    this.text = ranges.isEmpty() ? "any" : String.join(", ", ranges);
    ranges.forEach(this::add);
  }

  /**
   * Reads them.
   *
   * @param ranges each {@code 300} or {@code 100-199}; none stands for all VLANs
   * @throws RefusedSetting for one that is neither
   */
  static VlanRanges of(List<String> ranges) {
    return new VlanRanges(ranges);
  }

  private void add(String range) {
    Matcher parts = RANGE.matcher(range);
    if (!parts.matches()) {
      throw wrong(range, null);
    }
    String last = parts.group(2) == null ? parts.group(1) : parts.group(2);
    try {
      int from = new VlanId(Integer.parseInt(parts.group(1))).number();
      int to = new VlanId(Integer.parseInt(last)).number();
      numbers.set(from, to + 1);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw wrong(range, e);
    }
  }

  private static RefusedSetting wrong(String range, @Nullable RuntimeException cause) {
    return new RefusedSetting(
        "novabm.allowed_vlans",
        "has '" + range + "' where a VLAN from 1 to 4094 or a range such as 100-199 belongs",
        cause);
  }

  /** It is one of them, or there is no list. */
  public boolean contains(int vlan) {
    return numbers.isEmpty() || numbers.get(vlan);
  }

  @Override
  public String toString() {
    return text;
  }
}
