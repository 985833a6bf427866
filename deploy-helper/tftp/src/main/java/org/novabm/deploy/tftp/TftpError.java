package org.novabm.deploy.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Why a request is not served (RFC 1350, section 5 and appendix).
 *
 * @param code error code on the wire
 * @param message what the client may print
 */
record TftpError(int code, String message) {

  static final TftpError NOT_FOUND = new TftpError(1, "file not found");
  static final TftpError READ_ONLY = new TftpError(2, "access violation: this server only reads");
  static final TftpError DENIED = new TftpError(2, "access violation");
  static final TftpError UNREADABLE = new TftpError(0, "the file could not be read");
  static final TftpError TRANSLATED =
      new TftpError(0, "netascii is not served, use octet (binary)");
  static final TftpError ILLEGAL = new TftpError(4, "illegal TFTP operation");

  ByteBuffer packet() {
    byte[] text = message.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer packet = ByteBuffer.allocate(5 + text.length);
    return packet
        .putShort((short) OpCode.ERROR)
        .putShort((short) code)
        .put(text)
        .put((byte) 0)
        .flip();
  }
}
