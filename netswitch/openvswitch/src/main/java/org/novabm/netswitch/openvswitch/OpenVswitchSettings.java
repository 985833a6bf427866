package org.novabm.netswitch.openvswitch;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;

/**
 * Settings of group {@code [netswitch:openvswitch]}.
 *
 * @param command the ovs-vsctl program, a name on the PATH or a path
 * @param idleVlan the tag that marks an idle port; no instance may be given this VLAN
 */
record OpenVswitchSettings(String command, VlanId idleVlan) {

  static final OpenVswitchSettings STANDARD =
      new OpenVswitchSettings("ovs-vsctl", new VlanId(4094));

  static OpenVswitchSettings from(BackendSettings settings) {
    OpenVswitchSettings read =
        new OpenVswitchSettings(
            settings.text("command", STANDARD.command),
            new VlanId(settings.number("idle_vlan", STANDARD.idleVlan.number(), 1, 4094)));
    settings.refuseOthers();
    return read;
  }
}
