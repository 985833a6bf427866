package org.novabm.deploy.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the first bytes of an image say it is; its name and what others declare are not asked. The
 * marks are those that each format's specification puts at a fixed place, written in ISO 8859-1.
 */
enum DiskFormat {
  /** A disk's bytes in their order; also what no other mark was found in. */
  RAW(0, ""),
  /** RFC 1952, section 2.3.1. */
  GZIP(0, "\u001f\u008b"),
  XZ(0, "\u00fd7zXZ\0"),
  ZSTD(0, "(\u00b5/\u00fd"),
  BZIP2(0, "BZh"),
  ZIP(0, "PK\u0003\u0004"),
  QCOW2(0, "QFI\u00fb"),
  QED(0, "QED\0"),
  VMDK(0, "KDMV"),
  /** A VMDK split in a text and its extents. */
  VMDK_TEXT(0, "# Disk Descript"),
  VHDX(0, "vhdxfile"),
  VHD(0, "conectix"),
  VDI(64, "\u007f\u0010\u00da\u00be"),
  LUKS(0, "LUKS\u00ba\u00be"),
  /** ECMA-119, section 8.1: the volume descriptors begin at sector 16. */
  ISO(0x8001, "CD001");

  /** How many bytes {@link #of} wants to see; fewer when the image is shorter. */
  static final int HEAD_BYTES = 0x8001 + 5;

  private final int offset;
  private final String mark;

  DiskFormat(int offset, String mark) {
    this.offset = offset;
    this.mark = mark;
  }

  /**
   * The format of an image.
   *
   * @param head its first {@link #HEAD_BYTES}, or all of it
   */
  static DiskFormat of(byte[] head) {
    return Arrays.stream(values()).filter(f -> f.isIn(head)).findFirst().orElse(RAW);
  }

  private boolean isIn(byte[] head) {
    return !mark.isEmpty()
        && head.length >= offset + mark.length()
        && mark.equals(new String(head, offset, mark.length(), StandardCharsets.ISO_8859_1));
  }

  /** The word that image services use, for example {@code qcow2}. */
  String word() {
    return this == VMDK_TEXT ? VMDK.word() : name().toLowerCase(Locale.ROOT);
  }
}
