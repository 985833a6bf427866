package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * An immutable run of bytes; equal by content, compared in constant time, printed in hexadecimal.
 */
public final class Octets {

  public static final Octets EMPTY = new Octets(new byte[0]);

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The low eight bits of each value. */
  public static Octets of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Octets(bytes);
  }

  public static Octets copyOf(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** Takes the array over; the caller must not keep it. */
  static Octets owning(byte[] bytes) {
    return new Octets(bytes);
  }

  public static Octets random(RandomGenerator random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return new Octets(bytes);
  }

  public int size() {
    return bytes.length;
  }

  /** The byte at an index, 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /** The first bytes, at most {@link #size()} of them. */
  public Octets first(int count) {
    return new Octets(Arrays.copyOf(bytes, Math.min(count, bytes.length)));
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  OctetReader reader() {
    return new OctetReader(bytes, 0, bytes.length);
  }

  void putTo(ByteBuffer buffer) {
    buffer.put(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && MessageDigest.isEqual(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
