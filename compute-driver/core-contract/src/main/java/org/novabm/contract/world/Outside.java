package org.novabm.contract.world;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerState;

/**
 * The outside world at one time.
 *
 * @param power of machines by their address
 * @param boot what they boot from
 * @param ports those that are not idle
 * @param orders that deployers keep
 * @param open orders whose machines get boot files
 * @param recorded nodes whose consoles are recorded
 * @param lights machines whose identify LED is on
 * @param drives what is in their virtual drives
 * @param more what a third party's steps left, in words
 */
public record Outside(
    Map<String, PowerState> power,
    Map<String, BootDevice> boot,
    Map<PortName, PortMode> ports,
    Set<UUID> orders,
    Set<UUID> open,
    Set<Long> recorded,
    Set<String> lights,
    Map<String, URI> drives,
    Set<String> more) {

  private static final Set<BootDevice> RAMDISK = Set.of(BootDevice.NETWORK, BootDevice.CDROM);

  public Outside {
    power = Map.copyOf(power);
    boot = Map.copyOf(boot);
    ports = Map.copyOf(ports);
    orders = Set.copyOf(orders);
    open = Set.copyOf(open);
    recorded = Set.copyOf(recorded);
    lights = Set.copyOf(lights);
    drives = Map.copyOf(drives);
    more = Set.copyOf(more);
  }

  /** What somebody would have to take back, in words; empty for a clean slate. */
  public Set<String> leftovers() {
    Set<String> left = new TreeSet<>(more);
    power.forEach((at, state) -> add(left, state == PowerState.ON, at + " is on"));
    boot.forEach((at, from) -> add(left, RAMDISK.contains(from), at + " boots from " + from));
    drives.forEach((at, image) -> left.add(image + " is in the drive of " + at));
    ports.forEach((port, mode) -> left.add("port " + port + " is on " + mode));
    orders.forEach(order -> left.add("order " + order + " is kept"));
    open.forEach(order -> left.add("order " + order + " is open to its machine"));
    recorded.forEach(node -> left.add("the console of node " + node + " is recorded"));
    lights.forEach(at -> left.add("the light of " + at + " is on"));
    return left;
  }

  private static void add(Set<String> left, boolean is, String words) {
    if (is) {
      left.add(words);
    }
  }
}
