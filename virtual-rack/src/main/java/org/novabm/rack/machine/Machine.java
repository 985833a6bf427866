package org.novabm.rack.machine;

import java.util.UUID;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.Firmware;

/**
 * One virtual server.
 *
 * @param number 1 to 64
 * @param mac of its only network card
 * @param firmware SeaBIOS or OVMF
 * @param memoryMib its memory in MiB
 * @param diskMib its disk's size in MiB
 * @param bmc where its BMC is
 * @param link what its network card is plugged into
 */
public record Machine(
    int number,
    MacAddress mac,
    Firmware firmware,
    int memoryMib,
    int diskMib,
    BmcPorts bmc,
    Link link) {

  public String name() {
    return "node" + number;
  }

  /** The SMBIOS system UUID and the BMC's GUID; the same for the same MAC address. */
  public UUID uuid() {
    return UUID.fromString("6e6f7661-626d-4000-8000-" + mac.text().replace(":", ""));
  }
}
