package org.novabm.step;

import java.util.Map;
import java.util.TreeMap;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.Deployer;

/**
 * A deployer, and the ways in which its ramdisk is booted.
 *
 * @param deployer puts images on machines
 * @param boots by their names
 * @param usualBoot of nodes that name none; one of them
 */
public record DeployKit(Deployer deployer, Map<String, RamdiskBoot> boots, String usualBoot) {

  public DeployKit {
    boots = new TreeMap<>(boots);
    if (!boots.containsKey(usualBoot)) {
      throw new IllegalArgumentException(
          "boot back end '%s' is none of %s".formatted(usualBoot, boots.keySet()));
    }
  }
}
