package org.novabm.netswitch.openflow.flows;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * Which frames a flow is for; null matches all.
 *
 * @param inPort where they came in
 * @param vlan their tag; {@link #UNTAGGED} for those without
 * @param source who sent them
 * @param destination who is to get them
 * @param etherType of the payload
 */
public record FlowMatch(
    @Nullable Integer inPort,
    @Nullable Integer vlan,
    @Nullable MacAddress source,
    @Nullable MacAddress destination,
    @Nullable Integer etherType) {

  public static final int UNTAGGED = 0;

  static final FlowMatch ALL = new FlowMatch(null, null, null, null, null);

  static FlowMatch of(int vlan) {
    return new FlowMatch(null, vlan, null, null, null);
  }

  static FlowMatch from(int port) {
    return new FlowMatch(port, null, null, null, null);
  }

  FlowMatch on(int tag) {
    return new FlowMatch(inPort, tag, source, destination, etherType);
  }

  FlowMatch by(@Nullable MacAddress sender) {
    return new FlowMatch(inPort, vlan, sender, destination, etherType);
  }

  FlowMatch to(MacAddress receiver) {
    return new FlowMatch(inPort, vlan, source, receiver, etherType);
  }

  FlowMatch carrying(int type) {
    return new FlowMatch(inPort, vlan, source, destination, type);
  }
}
