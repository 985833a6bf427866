package org.novabm.netswitch.openvswitch;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.settings.Setting;

/** Settings of group {@code [netswitch:openvswitch]}. */
record OpenVswitchSettings(
    @Setting(
            value = "The tag that marks an idle port; no instance may be given this VLAN.",
            byDefault = "4094")
        VlanId idleVlan,
    @Setting(
            value =
                "Longest answer of a switch's database; one of 4,000 ports lists itself in about"
                    + " 1024.",
            byDefault = "1024",
            least = 64,
            most = 65_536,
            unit = "KiB")
        int answerKib,
    @Setting(
            value =
                "What all databases' answers may have of the heap at one time, as received and as"
                    + " trees.",
            byDefault = "3328",
            least = 1024,
            most = (1 << 20) - 1,
            unit = "KiB")
        int answersHeapKib) {

  static final OpenVswitchSettings STANDARD =
      BackendSettings.none("netswitch:openvswitch").as(OpenVswitchSettings.class);

  /** Bytes of one. */
  int longestAnswer() {
    return answerKib << 10;
  }

  /** Bytes of all together. */
  int heap() {
    return answersHeapKib << 10;
  }
}
