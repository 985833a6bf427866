package org.novabm.rack.network;

import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.spi.network.VlanId;

/**
 * Nothing stands in front: ports are moved in the switch's own database.
 *
 * @param openVswitch the switch
 */
record PlainFront(OpenVswitch openVswitch) implements SwitchFront {

  @Override
  public void ensure() {}

  @Override
  public void ensurePort(String tap) {
    openVswitch.ensurePort(OpenVswitch.BRIDGE, tap, Leg.IDLE);
  }

  @Override
  public Map<String, Integer> tags() {
    return openVswitch.tags();
  }

  @Override
  public void move(String port, VlanId vlan) {
    openVswitch.move(port, vlan);
  }

  @Override
  public List<Daemon> daemons() {
    return List.of();
  }

  @Override
  public void stop() {}
}
