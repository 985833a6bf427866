package org.novabm.netswitch.openvswitch;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;

/**
 * Settings of group {@code [netswitch:openvswitch]}.
 *
 * @param idleVlan the tag that marks an idle port; no instance may be given this VLAN
 */
record OpenVswitchSettings(VlanId idleVlan) {

  static final OpenVswitchSettings STANDARD = new OpenVswitchSettings(new VlanId(4094));

  static OpenVswitchSettings from(BackendSettings settings) {
    OpenVswitchSettings read =
        new OpenVswitchSettings(
            new VlanId(settings.number("idle_vlan", STANDARD.idleVlan.number(), 1, 4094)));
    settings.refuseOthers();
    return read;
  }
}
