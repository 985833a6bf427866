package org.novabm.spi.network;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tagged frames of some VLANs, and untagged ones of at most one (IEEE 802.1Q, 8.8).
 *
 * @param untagged the native VLAN; null drops untagged frames
 * @param tagged the allowed VLANs, in ascending order; never the native one, and never empty: a
 *     port with a native VLAN alone is {@link Access}
 */
public record Trunk(@Nullable VlanId untagged, SortedSet<VlanId> tagged) implements Segment {

  public Trunk {
    tagged = Collections.unmodifiableSortedSet(new TreeSet<>(tagged));
    if (tagged.isEmpty()) {
      throw new IllegalArgumentException("a trunk needs a tagged VLAN");
    }
    if (untagged != null && tagged.contains(untagged)) {
      throw new IllegalArgumentException("VLAN " + untagged + " is native, so it is not tagged");
    }
  }

  /** A trunk of these VLANs. */
  public static Trunk of(@Nullable VlanId untagged, Collection<VlanId> tagged) {
    return new Trunk(untagged, new TreeSet<>(tagged));
  }

  @Override
  public boolean carries(VlanId vlan) {
    return vlan.equals(untagged) || tagged.contains(vlan);
  }

  @Override
  public String toString() {
    String list = tagged.stream().map(VlanId::toString).collect(Collectors.joining(","));
    return "tagged VLANs " + list + (untagged == null ? "" : ", native " + untagged);
  }
}
