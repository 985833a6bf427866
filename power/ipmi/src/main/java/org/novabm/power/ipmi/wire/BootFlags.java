package org.novabm.power.ipmi.wire;

/**
 * System boot option parameter 5 (IPMI 2.0, table 28-14).
 *
 * @param valid the flags are meant to be obeyed
 * @param persistent for all boots to come
 * @param uefi for UEFI firmware; otherwise for a PC-compatible BIOS
 * @param device boot device selector, 0 to 15
 */
public record BootFlags(boolean valid, boolean persistent, boolean uefi, int device) {

  /** The number of this parameter. */
  public static final int PARAMETER = 5;

  private static final int VALID = 0x80;
  private static final int PERSISTENT = 0x40;
  private static final int UEFI = 0x20;

  /** Reads the answer to Get System Boot Options. */
  public static BootFlags parse(Octets data) throws MalformedPacketException {
    OctetReader reader = data.reader();
    reader.skip(1);
    int parameter = reader.unsigned8() & 0x7F;
    if (parameter != PARAMETER) {
      throw new MalformedPacketException("boot option parameter " + parameter + " instead of 5");
    }
    int flags = reader.unsigned8();
    int device = reader.unsigned8() >> 2 & 0x0F;
    return new BootFlags(
        (flags & VALID) != 0, (flags & PERSISTENT) != 0, (flags & UEFI) != 0, device);
  }

  /** The data of Set System Boot Options. */
  public Octets encode() {
    int flags = (valid ? VALID : 0) | (persistent ? PERSISTENT : 0) | (uefi ? UEFI : 0);
    return Octets.of(PARAMETER, flags, device << 2, 0, 0, 0);
  }
}
