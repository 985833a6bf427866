package org.novabm.netswitch.junos;

import static org.novabm.netswitch.junos.netconf.Xml.element;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * What a port is to be, and how it gets there from what was read: nothing is deleted that is not
 * there, so that no warning has to be passed over.
 */
final class PortEdit {

  private final boolean shut;
  private final @Nullable VlanId untagged;
  private final SortedSet<VlanId> tagged;

  PortEdit(PortMode wanted, @Nullable VlanId quarantine) {
    this.shut = wanted instanceof Idle && quarantine == null;
    this.untagged =
        switch (wanted) {
          case Idle() -> quarantine;
          case Access(var vlan) -> vlan;
          case Trunk trunk -> trunk.untagged();
        };
    this.tagged = wanted instanceof Trunk trunk ? trunk.tagged() : new TreeSet<>();
  }

  /** The VLANs that the switch must know. */
  SortedSet<VlanId> vlans() {
    SortedSet<VlanId> all = new TreeSet<>(tagged);
    if (untagged != null) {
      all.add(untagged);
    }
    return all;
  }

  private boolean isTrunk() {
    return !tagged.isEmpty();
  }

  private String nativeVlan() {
    return isTrunk() && untagged != null ? untagged.toString() : "";
  }

  /** ELS wants the native VLAN among the members, the older syntax does not. */
  private SortedSet<VlanId> members(Syntax syntax) {
    return isTrunk() && syntax == Syntax.OLDER ? tagged : vlans();
  }

  /** It is written down as it is to be. */
  boolean isDone(JunosState view, String port) {
    ConfiguredPort now = view.configured(port);
    Set<String> wanted = new TreeSet<>();
    members(view.table().syntax()).forEach(vlan -> wanted.add(vlan.toString()));
    String nativeNumber = now.nativeVlan().isEmpty() ? "" : view.number(now.nativeVlan());
    return now.disabled() == shut
        && now.trunk() == isTrunk()
        && nativeNumber.equals(nativeVlan())
        && view.members(port).equals(wanted);
  }

  /** The interface's part of an edit-config. */
  String xml(JunosState view, String port) {
    Syntax syntax = view.table().syntax();
    ConfiguredPort now = view.configured(port);
    String disable = shut ? "<disable/>" : now.disabled() ? "<disable operation=\"delete\"/>" : "";
    String nativeVlan =
        !nativeVlan().isEmpty()
            ? element("native-vlan-id", nativeVlan())
            : now.nativeVlan().isEmpty() ? "" : "<native-vlan-id operation=\"delete\"/>";
    boolean els = syntax == Syntax.ELS;
    return "<interface>"
        + element("name", port)
        + disable
        + (els ? nativeVlan : "")
        + "<unit><name>0</name><family><ethernet-switching>"
        + element(syntax.mode(), isTrunk() ? "trunk" : "access")
        + (els ? "" : nativeVlan)
        + membersXml(syntax, view, now)
        + "</ethernet-switching></family></unit></interface>";
  }

  private String membersXml(Syntax syntax, JunosState view, ConfiguredPort now) {
    StringBuilder xml = new StringBuilder();
    for (VlanId vlan : members(syntax)) {
      String known = view.vlanName(vlan);
      xml.append(element("members", known == null ? VlanEdit.name(vlan) : known));
    }
    if (xml.isEmpty()) {
      return now.members().isEmpty() ? "" : "<vlan operation=\"delete\"/>";
    }
    return "<vlan operation=\"replace\">" + xml + "</vlan>";
  }
}
