package org.novabm.rack.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novabm.rack.junos.Backplane;
import org.novabm.rack.junos.JunosPort;
import org.novabm.rack.junos.VlanMembership;
import org.novabm.rack.process.Program;

/** The taps of an Open vSwitch as the ports of another switch: {@code ge-0/0/3} is tap3. */
public final class TapPorts implements Backplane {

  private static final String PREFIX = "ge-0/0/";

  /** 4095 is on no wire (IEEE 802.1Q, table 9-2). */
  private static final String NOTHING = "vlan_mode=trunk trunks=4095 tag=" + Leg.IDLE;

  private final Path socket;
  private final Map<String, String> done = new LinkedHashMap<>();

  /**
   * @param socket of the Open vSwitch's database
   */
  public TapPorts(Path socket) {
    this.socket = socket;
  }

  /** The port in front of node {@code number}'s tap. */
  public static String port(int number) {
    return PREFIX + number;
  }

  static String portOf(String tap) {
    return tap.startsWith("tap") ? PREFIX + tap.substring(3) : tap;
  }

  @Override
  public void follow(List<JunosPort> ports) {
    List<String> command = new ArrayList<>();
    Map<String, String> wanted = new LinkedHashMap<>();
    for (JunosPort port : ports) {
      if (port.name().startsWith(PREFIX)) {
        wanted.put("tap" + port.name().substring(PREFIX.length()), columns(port));
      }
    }
    wanted.forEach(
        (tap, columns) -> {
          if (!columns.equals(done.get(tap))) {
            command.addAll(List.of("--", "--if-exists", "set", "port", tap));
            command.addAll(List.of(columns.split(" ", -1)));
          }
        });
    if (!command.isEmpty()) {
      command.addAll(0, List.of("ovs-vsctl", "--db=unix:" + socket, "--timeout=30"));
      new Program(command).within(Duration.ofSeconds(40)).output();
    }
    done.putAll(wanted);
  }

  private static String columns(JunosPort port) {
    List<VlanMembership> untagged = port.vlans().stream().filter(it -> !it.tagged()).toList();
    List<VlanMembership> tagged = port.vlans().stream().filter(VlanMembership::tagged).toList();
    String trunks = tagged.stream().map(it -> "" + it.tag()).collect(Collectors.joining(","));
    if (!port.up() || port.vlans().isEmpty()) {
      return NOTHING;
    }
    if (tagged.isEmpty()) {
      return "vlan_mode=access trunks=[] tag=" + untagged.getFirst().tag();
    }
    return untagged.isEmpty()
        ? "vlan_mode=trunk tag=[] trunks=" + trunks
        : "vlan_mode=native-untagged tag=%d trunks=%s".formatted(untagged.getFirst().tag(), trunks);
  }
}
