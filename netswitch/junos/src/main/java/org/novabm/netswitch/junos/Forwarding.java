package org.novabm.netswitch.junos;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.novabm.spi.network.VlanId;

/** What a port forwards, as the switch tells it. */
record Forwarding(SortedSet<VlanId> untagged, SortedSet<VlanId> tagged) {

  Forwarding {
    untagged = Collections.unmodifiableSortedSet(new TreeSet<>(untagged));
    tagged = Collections.unmodifiableSortedSet(new TreeSet<>(tagged));
  }

  static Forwarding nothing() {
    return new Forwarding(Collections.emptySortedSet(), Collections.emptySortedSet());
  }

  boolean isEmpty() {
    return untagged.isEmpty() && tagged.isEmpty();
  }

  Forwarding and(VlanId vlan, boolean isTagged) {
    SortedSet<VlanId> more = new TreeSet<>(isTagged ? tagged : untagged);
    more.add(vlan);
    return isTagged ? new Forwarding(untagged, more) : new Forwarding(more, tagged);
  }
}
