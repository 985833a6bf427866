package org.novabm.netswitch.openvswitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.VlanId;

/**
 * Where the switch would send a frame.
 *
 * @param actions of the datapath, with names of interfaces: {@code
 *     tap1,push_vlan(vid=20,pcp=0),br0}, or {@code drop}
 */
record Trace(String actions) {

  private static final String START = "Datapath actions: ";
  private static final Pattern VID = Pattern.compile("vid=([0-9]+)");
  private static final int UNTAGGED = 0;

  /** Actions by which no frame leaves the switch and no tag changes. */
  private static final Set<String> INWARD =
      Set.of("drop", "ct", "ct_clear", "hash", "set", "userspace");

  /** Of what {@code ofproto/trace} prints, every pass of it; null when it prints no actions. */
  static @Nullable Trace parse(String text) {
    String actions =
        text.lines()
            .filter(line -> line.startsWith(START))
            .map(line -> line.substring(START.length()).strip())
            .collect(Collectors.joining(","));
    return actions.isEmpty() ? null : new Trace(actions);
  }

  /**
   * A frame leaves on the VLAN: tagged with it, or untagged through a port of it.
   *
   * @throws IllegalArgumentException naming an action by which an untagged frame goes on to where
   *     nobody knows
   */
  boolean reaches(VlanId vlan, Snapshot snapshot) {
    int tag = UNTAGGED;
    for (String action : split(actions)) {
      String name = action.replaceFirst("\\(.*", "").replace("\"", "");
      if (name.equals("push_vlan")) {
        tag = vid(action);
      } else if (name.equals("pop_vlan")) {
        tag = UNTAGGED;
      } else if (!INWARD.contains(name) && leaves(name, tag, snapshot) == vlan.number()) {
        return true;
      }
    }
    return false;
  }

  /** A tag goes with the frame wherever it goes; without one its port must be known. */
  private static int leaves(String name, int tag, Snapshot snapshot) {
    if (tag != UNTAGGED) {
      return tag;
    }
    PortRow port = snapshot.portOf(name);
    if (port == null) {
      throw new IllegalArgumentException(name);
    }
    return port.vlans().tag();
  }

  private static int vid(String action) {
    Matcher vid = VID.matcher(action);
    if (!vid.find()) {
      throw new IllegalArgumentException(action);
    }
    return Integer.parseInt(vid.group(1));
  }

  /** At the commas that stand in no parentheses. */
  private static List<String> split(String actions) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < actions.length(); at++) {
      char one = actions.charAt(at);
      if (one == '(') {
        depth++;
      } else if (one == ')') {
        depth--;
      } else if (one == ',' && depth == 0) {
        parts.add(actions.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(actions.substring(start));
    return parts;
  }
}
