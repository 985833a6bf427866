package org.novabm.netswitch.openflow.probe;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.TwoTables;
import org.novabm.spi.MacAddress;

/**
 * What a probe frame says.
 *
 * @param vlan its tag, 0 for none
 * @param number which one of ours it is
 */
record ProbeFrame(int vlan, long number) {

  private static final int TAGGED = 0x8100;
  private static final int SHORTEST = 60;
  private static final int LONGEST_HEADER = 18;
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

  static byte[] bytes(Sent sent, MacAddress receiver, long number) {
    ByteBuffer frame = ByteBuffer.allocate(SHORTEST);
    frame.put(COLONS.parseHex(receiver.text())).put(COLONS.parseHex(sent.source().text()));
    if (sent.tag() != 0) {
      frame.putShort((short) TAGGED).putShort((short) sent.tag());
    }
    frame.putShort((short) TwoTables.PROBE_TYPE).putLong(number);
    return frame.array();
  }

  /** Reads a frame; null when it is no probe for that receiver. */
  static @Nullable ProbeFrame read(byte[] bytes, MacAddress receiver) {
    if (bytes.length < LONGEST_HEADER + Long.BYTES
        || !COLONS.formatHex(bytes, 0, 6).equals(receiver.text())) {
      return null;
    }
    ByteBuffer frame = ByteBuffer.wrap(bytes).position(12);
    int vlan = 0;
    int type = frame.getShort() & 0xffff;
    if (type == TAGGED) {
      vlan = frame.getShort() & 0xfff;
      type = frame.getShort() & 0xffff;
    }
    return type == TwoTables.PROBE_TYPE ? new ProbeFrame(vlan, frame.getLong()) : null;
  }
}
