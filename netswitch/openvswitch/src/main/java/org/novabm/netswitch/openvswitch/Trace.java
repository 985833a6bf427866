package org.novabm.netswitch.openvswitch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.VlanId;

/**
 * Where the switch would send a frame.
 *
 * @param actions of the datapath, with names of ports: {@code tap1,push_vlan(vid=20,pcp=0),br0}, or
 *     {@code drop}
 */
record Trace(String actions) {

  private static final String START = "Datapath actions: ";
  private static final Pattern ACTION =
      Pattern.compile(
          "push_vlan\\([^)]*vid=([0-9]+)[^)]*\\)|pop_vlan|[A-Za-z0-9][A-Za-z0-9._:/-]*");

  /** Of what {@code ofproto/trace} prints; null when it prints no actions. */
  static @Nullable Trace parse(String text) {
    return text.lines()
        .filter(line -> line.startsWith(START))
        .map(line -> new Trace(line.substring(START.length()).strip()))
        .findFirst()
        .orElse(null);
  }

  /** A frame leaves on the VLAN: tagged with it, or untagged through a port of it. */
  boolean reaches(VlanId vlan, Snapshot snapshot) {
    int tag = 0;
    Matcher action = ACTION.matcher(actions);
    while (action.find()) {
      if (action.group(1) != null) {
        tag = Integer.parseInt(action.group(1));
      } else if (action.group().equals("pop_vlan")) {
        tag = 0;
      } else if (leaves(snapshot.port(action.group()), tag, vlan)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leaves(@Nullable PortRow port, int tag, VlanId vlan) {
    return port != null && (tag == 0 ? port.vlans().tag() : tag) == vlan.number();
  }
}
