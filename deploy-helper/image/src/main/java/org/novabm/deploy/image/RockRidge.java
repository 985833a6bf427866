package org.novabm.deploy.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The system use fields that give an ISO 9660 directory its long names and its file modes (SUSP,
 * IEEE P1281, and RRIP, IEEE P1282, version 1.10).
 */
final class RockRidge {

  private static final String ID = "RRIP_1991A";
  private static final String ABOUT =
      "THE ROCK RIDGE INTERCHANGE PROTOCOL PROVIDES SUPPORT FOR POSIX" + " FILE SYSTEM SEMANTICS";
  private static final String SOURCE = "SEE IEEE P1282";

  // a config drive may hold passwords: root alone reads it
  private static final int FILE_MODE = 0100400;
  private static final int DIRECTORY_MODE = 0040500;

  private RockRidge() {}

  static byte[] file(String name) {
    return joined(mode(FILE_MODE, 1), alternateName(name));
  }

  static byte[] directory(String name) {
    return joined(mode(DIRECTORY_MODE, 2), alternateName(name));
  }

  /** For the records of a directory itself and of the one above. */
  static byte[] directory() {
    return mode(DIRECTORY_MODE, 2);
  }

  /** For the root's record of itself, which says that all this is here (SP, CE). */
  static byte[] rootDirectory(int continuationSector) {
    ByteBuffer present = field("SP", 3).put((byte) 0xbe).put((byte) 0xef).put((byte) 0);
    ByteBuffer continued = field("CE", 24);
    IsoFields.both32(continued, continuationSector);
    IsoFields.both32(continued, 0);
    IsoFields.both32(continued, extensionReference().length);
    return joined(IsoFields.bytes(present), mode(DIRECTORY_MODE, 2), IsoFields.bytes(continued));
  }

  /** Which extension is meant (ER); too long for the root's record. */
  static byte[] extensionReference() {
    ByteBuffer field = field("ER", 4 + ID.length() + ABOUT.length() + SOURCE.length());
    field.put((byte) ID.length()).put((byte) ABOUT.length()).put((byte) SOURCE.length());
    field.put((byte) 1);
    return IsoFields.bytes(field.put(ascii(ID)).put(ascii(ABOUT)).put(ascii(SOURCE)));
  }

  private static byte[] mode(int mode, int links) {
    ByteBuffer field = field("PX", 32);
    IsoFields.both32(field, mode);
    IsoFields.both32(field, links);
    IsoFields.both32(field, 0);
    IsoFields.both32(field, 0);
    return IsoFields.bytes(field);
  }

  private static byte[] alternateName(String name) {
    return IsoFields.bytes(field("NM", 1 + name.length()).put((byte) 0).put(ascii(name)));
  }

  private static ByteBuffer field(String signature, int payload) {
    return ByteBuffer.allocate(4 + payload)
        .put(ascii(signature))
        .put((byte) (4 + payload))
        .put((byte) 1);
  }

  private static byte[] joined(byte[]... fields) {
    int length = 0;
    for (byte[] field : fields) {
      length += field.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] field : fields) {
      joined.put(field);
    }
    return IsoFields.bytes(joined);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
