package org.novabm.power.ipmi.wire;

/** Bytes that are not what they claim to be; the only thing that parsing may throw. */
public final class MalformedPacketException extends Exception {

  public MalformedPacketException(String message) {
    super(message);
  }
}
