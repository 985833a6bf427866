package org.novabm.rack.simulated;

import java.io.ByteArrayOutputStream;

/** Puts bytes together; IPMI's numbers have their least byte first. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

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

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }
}
