package org.novabm.netswitch.junos;

import static org.novabm.netswitch.junos.netconf.Xml.element;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** A VLAN's part of an edit-config. */
final class VlanEdit {

  private VlanEdit() {}

  static String name(VlanId vlan) {
    return Vlan.of(vlan).name();
  }

  static String make(Vlan vlan) {
    return "<vlan>"
        + element("name", vlan.name())
        + element("vlan-id", vlan.id().toString())
        + "</vlan>";
  }

  static String delete(String name) {
    return "<vlan operation=\"delete\">" + element("name", name) + "</vlan>";
  }

  /** Why the VLAN cannot be made; null when it can, or is there. */
  static @Nullable String conflict(JunosState view, Vlan vlan) {
    Integer other = view.vlans().get(vlan.name());
    return other == null || other == vlan.id().number() || view.vlanName(vlan.id()) != null
        ? null
        : "VLAN %s cannot be made: the name %s is VLAN %d's"
            .formatted(vlan.id(), vlan.name(), other);
  }
}
