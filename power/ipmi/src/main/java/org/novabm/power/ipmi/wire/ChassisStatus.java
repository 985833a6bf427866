package org.novabm.power.ipmi.wire;

/**
 * The part of Get Chassis Status that is used (IPMI 2.0, table 28-3).
 *
 * @param powerOn whether system power is on
 */
public record ChassisStatus(boolean powerOn) {

  public static ChassisStatus parse(Octets data) throws MalformedPacketException {
    return new ChassisStatus((data.reader().unsigned8() & 0x01) != 0);
  }
}
