package org.novabm.deploy.tftp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first packet of a transfer. */
sealed interface Request {

  /** RFC 2347: a request is at most 512 bytes long. */
  int MOST_BYTES = 512;

  /**
   * @param options by lower-case name, in the order they came
   */
  record Read(String name, Map<String, String> options) implements Request {}

  /** To be answered with an error. */
  record Refused(TftpError error) implements Request {}

  /**
   * Reads a packet from its position to its limit.
   *
   * @return null when it is no request at all and deserves no answer
   */
  static @Nullable Request parse(ByteBuffer packet, TftpSettings limits) {
    if (packet.remaining() < 4 || packet.remaining() > MOST_BYTES) {
      return null;
    }
    return switch (packet.getShort()) {
      case OpCode.WRITE -> new Refused(TftpError.READ_ONLY);
      case OpCode.READ -> read(texts(packet), limits);
      default -> null;
    };
  }

  private static Request read(@Nullable List<String> texts, TftpSettings limits) {
    if (texts == null || texts.size() < 2) {
      return new Refused(TftpError.ILLEGAL);
    }
    String name = texts.get(0);
    if (name.isEmpty() || name.length() > limits.nameBytes()) {
      return new Refused(TftpError.NOT_FOUND);
    }
    return switch (texts.get(1).toLowerCase(Locale.ROOT)) {
      case "octet" -> new Read(name, options(texts));
      case "netascii" -> new Refused(TftpError.TRANSLATED);
      default -> new Refused(TftpError.ILLEGAL);
    };
  }

  /** An option that comes twice counts once, a name without a value not at all. */
  private static Map<String, String> options(List<String> texts) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 2; i + 1 < texts.size(); i += 2) {
      options.putIfAbsent(texts.get(i).toLowerCase(Locale.ROOT), texts.get(i + 1));
    }
    return options;
  }

  /** Texts that each end with a zero byte; null when one does not, or is not printable ASCII. */
  private static @Nullable List<String> texts(ByteBuffer packet) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (packet.hasRemaining()) {
      byte next = packet.get();
      if (next == 0) {
        texts.add(text.toString());
        text.setLength(0);
      } else if (next < ' ' || next > '~') {
        return null;
      } else {
        text.append((char) next);
      }
    }
    return text.isEmpty() ? texts : null;
  }
}
