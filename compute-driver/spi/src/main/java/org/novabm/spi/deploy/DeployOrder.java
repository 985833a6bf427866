package org.novabm.spi.deploy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.novabm.spi.MacAddress;

/**
 * What is to be put on one machine.
 *
 * @param deployment the task that puts the instance on the machine; the key of the order
 * @param instance the instance the machine becomes
 * @param node the node's name, for messages
 * @param macs the machine's network cards; any of them may boot
 * @param image what goes on the disk
 * @param diskBytes the size of the root disk as registered; an image that needs more is refused
 * @param configDrive files of the config drive by path, for example {@code
 *     openstack/latest/meta_data.json}; empty for none
 */
public record DeployOrder(
    UUID deployment,
    UUID instance,
    String node,
    List<MacAddress> macs,
    ImageRef image,
    long diskBytes,
    Map<String, byte[]> configDrive) {

  public DeployOrder {
    macs = List.copyOf(macs);
    configDrive = Map.copyOf(configDrive);
    if (macs.isEmpty()) {
      throw new IllegalArgumentException("node " + node + " has no NIC to boot from");
    }
  }
}
