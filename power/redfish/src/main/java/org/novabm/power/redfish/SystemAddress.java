package org.novabm.power.redfish;

import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;

/**
 * Which machine of a BMC: {@code host} where it has one, {@code host/ID} where it has several.
 *
 * @param bmc where it is asked
 * @param id empty for the only one
 */
record SystemAddress(Endpoint bmc, String id) {

  static SystemAddress of(Endpoint endpoint) {
    String[] parts = endpoint.address().split("/", 2);
    String id = parts.length == 1 ? "" : parts[1];
    if (!HostName.isOne(parts[0]) || !id.matches("[A-Za-z0-9._-]{0,64}")) {
      throw new IllegalArgumentException(
          endpoint.display() + " is not a BMC's address: host, or host/system");
    }
    return new SystemAddress(
        new Endpoint(parts[0], endpoint.port(), endpoint.user(), endpoint.password()), id);
  }
}
