package org.novabm.rack.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.RackException;
import org.novabm.spi.network.VlanId;

/**
 * A second bridge, which obeys an OpenFlow controller and nobody else, has the machines' ports; its
 * uplink, a trunk of all VLANs, leads to the first.
 */
public final class OpenFlowFront implements SwitchFront {

  /** Where the bridge looks for its controller. */
  public static final String CONTROLLER = "127.0.0.1:6653";

  /** Its port that carries every VLAN. */
  public static final String UPLINK = "up0";

  /** Who it says it is. */
  public static final String DATAPATH = "0x00006e6f7661626d";

  private static final String BRIDGE = "br1";

  /** An untagged frame from a port gets a tag; its field has 0x1000 more than the VLAN. */
  private static final Pattern CLASSIFY =
      Pattern.compile("in_port=\"?(tap[0-9]+)\"?,.*set_field:([0-9]+)->vlan_vid");

  private final OpenVswitch openVswitch;
  private final Narrator narrator;

  OpenFlowFront(OpenVswitch openVswitch, Narrator narrator) {
    this.openVswitch = openVswitch;
    this.narrator = narrator;
  }

  @Override
  public void ensure() {
    narrator.say(
        "making the bridge %s, which obeys OpenFlow from %s".formatted(BRIDGE, CONTROLLER));
    openVswitch.vsctl(
        "--may-exist add-br %s -- set bridge %s datapath_type=netdev fail-mode=secure protocols=OpenFlow13 other-config:datapath-id=%s"
            .formatted(BRIDGE, BRIDGE, DATAPATH.substring(2))
            .split(" "));
    patch(BRIDGE, UPLINK, "down0");
    patch(OpenVswitch.BRIDGE, "down0", UPLINK);
    openVswitch.vsctl("set-controller", BRIDGE, "tcp:" + CONTROLLER);
    openVswitch.vsctl("set", "controller", BRIDGE, "max_backoff=1000");
  }

  private void patch(String bridge, String port, String peer) {
    openVswitch.vsctl(
        "--may-exist add-port %s %s -- set interface %s type=patch options:peer=%s"
            .formatted(bridge, port, port, peer)
            .split(" "));
  }

  @Override
  public void ensurePort(String tap) {
    openVswitch.ensurePort(BRIDGE, tap, null);
  }

  @Override
  public Map<String, Integer> tags() {
    Map<String, Integer> tags = new TreeMap<>();
    Matcher flow = CLASSIFY.matcher(openVswitch.flows(BRIDGE));
    while (flow.find()) {
      tags.put(flow.group(1), Integer.parseInt(flow.group(2)) & 0xfff);
    }
    return tags;
  }

  @Override
  public void move(String port, VlanId vlan) {
    throw new RackException("the ports of this rack are moved by its OpenFlow controller");
  }

  @Override
  public List<Daemon> daemons() {
    return List.of();
  }

  @Override
  public void stop() {}
}
