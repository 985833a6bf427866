package org.novabm.netswitch.openvswitch;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;

/**
 * Settings of group {@code [netswitch:openvswitch]}.
 *
 * @param idleVlan the tag that marks an idle port; no instance may be given this VLAN
 * @param longestAnswer bytes of one; key {@code answer_kib}, 64 to 65536, 1024. A switch of 4,000
 *     ports lists itself in about 1 MiB
 * @param heap bytes that all databases' answers may have together, as received and as trees; key
 *     {@code answers_heap_kib}, 1024 to 1048575, 3328
 */
record OpenVswitchSettings(VlanId idleVlan, int longestAnswer, int heap) {

  static final OpenVswitchSettings STANDARD = from(BackendSettings.none("netswitch:openvswitch"));

  static OpenVswitchSettings from(BackendSettings settings) {
    OpenVswitchSettings read =
        new OpenVswitchSettings(
            new VlanId(settings.number("idle_vlan", 4094, 1, 4094)),
            settings.number("answer_kib", 1024, 64, 65536) << 10,
            settings.number("answers_heap_kib", 3328, 1024, (1 << 20) - 1) << 10);
    settings.refuseOthers();
    return read;
  }
}
