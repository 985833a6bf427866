package org.novabm.netswitch.junos;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** All that one commit is to change. */
record CommitPlan(List<PortChange> changes, String xml) {

  private static final int LONGEST_PURPOSE = 200;

  CommitPlan {
    changes = List.copyOf(changes);
  }

  /** The moves that are not written down yet, with the VLANs they need. */
  static CommitPlan of(JunosState view, Map<PortChange, PortEdit> edits) {
    Map<PortChange, PortEdit> open = new LinkedHashMap<>(edits);
    open.entrySet().removeIf(it -> it.getValue().isDone(view, it.getKey().port().text()));
    SortedSet<VlanId> vlans = new TreeSet<>();
    open.values().forEach(edit -> vlans.addAll(edit.vlans()));
    vlans.removeIf(vlan -> view.vlanName(vlan) != null);
    String made =
        vlans.stream().map(it -> VlanEdit.make(Vlan.of(it))).collect(Collectors.joining());
    String moved =
        open.entrySet().stream()
            .map(it -> it.getValue().xml(view, it.getKey().port().text()))
            .collect(Collectors.joining());
    String unlisted =
        open.keySet().stream()
            .flatMap(change -> view.listings(change.port().text()).stream())
            .map(Listing::delete)
            .collect(Collectors.joining());
    return new CommitPlan(
        List.copyOf(open.keySet()),
        wrapped("vlans", made + unlisted) + wrapped("interfaces", moved));
  }

  private static String wrapped(String name, String content) {
    return content.isEmpty() ? "" : "<" + name + ">" + content + "</" + name + ">";
  }

  boolean isEmpty() {
    return xml.isEmpty();
  }

  /** Who wants it, in the words a log may have. */
  static String purpose(Collection<PortChange> changes) {
    String all =
        changes.stream()
            .map(change -> change.port() + " " + change.purpose())
            .collect(Collectors.joining(", "))
            .replaceAll("[^A-Za-z0-9 _:.,/-]", "");
    // a comment is looked up again, and comes back without blanks at its end
    return all.substring(0, Math.min(all.length(), LONGEST_PURPOSE)).strip();
  }
}
