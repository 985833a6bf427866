package org.novabm.deploy.image;

import java.nio.charset.StandardCharsets;

/** Whether firmware of a PC could start from a disk, judged by its first bytes. */
final class BootSigns {

  static final int HEAD_BYTES = 1 << 16;

  /** The last two bytes of a boot sector, also of the one that protects a GPT (UEFI 2.10, 5.2). */
  private static final int SIGNATURE = 510;

  /** Where a GPT begins on disks of 512 and of 4096 bytes a sector. */
  private static final int[] SECTORS = {512, 4096};

  private static final String GPT = "EFI PART";

  private static final int LOOKED_AT_FOR_TEXT = 1024;

  private BootSigns() {}

  /**
   * What speaks against it; empty for nothing.
   *
   * @param head the first {@link #HEAD_BYTES}, or all there are
   */
  static String doubt(byte[] head) {
    if (isBootSector(head) || isGpt(head)) {
      return "";
    }
    return "does not look like a bootable disk image: " + why(head);
  }

  private static boolean isBootSector(byte[] head) {
    return head.length >= SIGNATURE + 2
        && head[SIGNATURE] == 0x55
        && head[SIGNATURE + 1] == (byte) 0xAA;
  }

  private static boolean isGpt(byte[] head) {
    for (int at : SECTORS) {
      if (head.length >= at + GPT.length()
          && GPT.equals(new String(head, at, GPT.length(), StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  private static String why(byte[] head) {
    if (isText(head)) {
      return "it begins with text, as a web page or an error message does";
    }
    return isZero(head)
        ? "it begins with %d KiB of zeros".formatted(head.length >> 10)
        : "it has neither a boot sector nor a partition table";
  }

  private static boolean isText(byte[] head) {
    for (int i = 0; i < Math.min(head.length, LOOKED_AT_FOR_TEXT); i++) {
      // bytes of UTF-8 beyond ASCII are negative here
      boolean control = (head[i] >= 0 && head[i] < ' ') || head[i] == 0x7f;
      if (control && head[i] != '\n' && head[i] != '\r' && head[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] head) {
    for (byte one : head) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }
}
