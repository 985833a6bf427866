package org.novabm.rack.network;

import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.network.VlanId;

/** QEMU's own: nothing runs outside the machines, and no rights are needed. */
public final class UserNetwork implements RackNetwork {

  @Override
  public List<Requirement> requirements() {
    return List.of();
  }

  @Override
  public void checkFree() {}

  @Override
  public void ensure() {}

  @Override
  public void ensurePort(String port) {}

  @Override
  public List<String> prefix() {
    return List.of();
  }

  @Override
  public List<Daemon> daemons() {
    return List.of();
  }

  @Override
  public Map<String, Integer> tags() {
    return Map.of();
  }

  @Override
  public void move(String port, VlanId vlan) {
    throw new RackException("a rack on user networks has no switch, so no port to move");
  }

  @Override
  public List<DhcpLease> leases() {
    return List.of();
  }

  @Override
  public void stop() {}
}
