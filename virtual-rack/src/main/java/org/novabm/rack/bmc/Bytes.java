package org.novabm.rack.bmc;

import java.io.ByteArrayOutputStream;

/** Puts bytes together; IPMI's numbers have their least byte first. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  static byte[] of(int... values) {
    return new Bytes().all(values).done();
  }

  Bytes one(int value) {
    out.write(value);
    return this;
  }

  Bytes all(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes two(int value) {
    return one(value).one(value >>> 8);
  }

  Bytes four(int value) {
    return two(value).two(value >>> 16);
  }

  byte[] done() {
    return out.toByteArray();
  }
}
