package org.novabm.netswitch.openflow.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * The greeting in which two sides find the version that both speak (OpenFlow 1.3.5, 6.3.1): of the
 * bitmaps when both send one, else the lower of the two numbers in the headers.
 */
final class Hello {

  private static final int TYPE = 0;
  private static final int ERROR = 1;
  private static final int BITMAP = 1;

  private Hello() {}

  static byte[] offering(Set<OFVersion> versions) {
    int bitmap = 0;
    for (OFVersion version : versions) {
      bitmap |= 1 << version.getWireVersion();
    }
    boolean plain = highest(versions) == OFVersion.OF_10;
    ByteBuffer hello = ByteBuffer.allocate(plain ? 8 : 16);
    hello.put((byte) highest(versions).getWireVersion()).put((byte) TYPE);
    hello.putShort((short) hello.capacity()).putInt(0);
    if (!plain) {
      hello.putShort((short) BITMAP).putShort((short) 8).putInt(bitmap);
    }
    return hello.array();
  }

  /**
   * The version to speak.
   *
   * @throws ProtocolException when the frame is no greeting, or offers nothing that we speak
   */
  static OFVersion agree(byte[] frame, Set<OFVersion> versions) throws ProtocolException {
    if (frame[1] != TYPE) {
      throw new ProtocolException("its first message is of type %d, not HELLO".formatted(frame[1]));
    }
    Integer bitmap = bitmap(frame);
    int lower = Math.min(frame[0] & 0xff, highest(versions).getWireVersion());
    return versions.stream()
        .filter(
            version ->
                bitmap == null
                    ? version.getWireVersion() == lower
                    : (bitmap & 1 << version.getWireVersion()) != 0)
        .max(Comparator.comparingInt(OFVersion::getWireVersion))
        .orElseThrow(
            () ->
                new ProtocolException(
                    "it speaks OpenFlow up to wire version %d and none of %s"
                        .formatted(frame[0] & 0xff, names(versions))));
  }

  /** Tells the other side that there is no version for both (OpenFlow 1.3.5, 7.5.4.1). */
  static byte[] refusal(Set<OFVersion> versions) {
    ByteBuffer error = ByteBuffer.allocate(12);
    error.put((byte) highest(versions).getWireVersion()).put((byte) ERROR).putShort((short) 12);
    return error.array();
  }

  private static @Nullable Integer bitmap(byte[] frame) {
    ByteBuffer elements = ByteBuffer.wrap(frame, Frames.HEADER, frame.length - Frames.HEADER);
    while (elements.remaining() >= 8) {
      int start = elements.position();
      int type = elements.getShort() & 0xffff;
      int length = elements.getShort() & 0xffff;
      if (type == BITMAP && length >= 8) {
        return elements.getInt();
      }
      int next = start + Math.max(8, (length + 7) / 8 * 8);
      if (next > frame.length) {
        return null;
      }
      elements.position(next);
    }
    return null;
  }

  private static OFVersion highest(Set<OFVersion> versions) {
    return versions.stream().max(Comparator.comparingInt(OFVersion::getWireVersion)).orElseThrow();
  }

  private static String names(Set<OFVersion> versions) {
    return versions.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }
}
