package org.novabm.rack;

import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.BmcPorts;
import org.novabm.rack.machine.Link;
import org.novabm.rack.machine.Machine;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.Firmware;

/**
 * One node in {@code rack.json}: what a service must know to enrol it.
 *
 * @param name {@code node1} and up
 * @param number 1 and up
 * @param mac of its network card
 * @param bmcAddress IPv4 address of its BMC, inside the namespace
 * @param bmcPort UDP port of its BMC
 * @param bmcSerialPort TCP port between QEMU and the BMC
 * @param bmcConsolePort TCP port for serial over LAN
 * @param bmcUser its BMC's administrator
 * @param bmcPasswordFile a file with the password in one line
 * @param switchEndpoint where its switch is managed; null on user networks
 * @param switchPort its port on the switch
 * @param consoleLog what its serial port printed
 * @param firmware BIOS or UEFI
 * @param cpus number of processors
 * @param memoryMb memory in MiB
 * @param diskGb disk in GiB, rounded up
 * @param diskMib disk in MiB
 */
public record RackNode(
    String name,
    int number,
    String mac,
    String bmcAddress,
    int bmcPort,
    int bmcSerialPort,
    int bmcConsolePort,
    String bmcUser,
    String bmcPasswordFile,
    @Nullable String switchEndpoint,
    String switchPort,
    String consoleLog,
    Firmware firmware,
    int cpus,
    int memoryMb,
    int diskGb,
    int diskMib) {

  /** The device at the machine's end of the cable. */
  String tap() {
    return tap(number);
  }

  static String tap(int number) {
    return "tap" + number;
  }

  Machine machine(Link link) {
    BmcPorts bmc = new BmcPorts(bmcAddress, bmcPort, bmcSerialPort, bmcConsolePort);
    return new Machine(number, new MacAddress(mac), firmware, memoryMb, diskMib, bmc, link);
  }
}
