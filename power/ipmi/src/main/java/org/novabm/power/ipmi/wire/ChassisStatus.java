package org.novabm.power.ipmi.wire;

/**
 * The part of Get Chassis Status that is used (IPMI 2.0, table 28-3).
 *
 * @param powerOn whether system power is on
 * @param restorePolicy 0 always off, 1 as before, 2 always on, 3 when the BMC does not say
 */
public record ChassisStatus(boolean powerOn, int restorePolicy) {

  public static ChassisStatus parse(Octets data) throws MalformedPacketException {
    int state = data.reader().unsigned8();
    return new ChassisStatus((state & 0x01) != 0, state >> 5 & 0x03);
  }
}
