package org.novabm.deploy.tftp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first packet of a transfer. */
sealed interface TransferRequest {

  /** RFC 2347: a request is at most 512 bytes long. */
  int MOST_BYTES = 512;

  /**
   * @param name as {@link FileName#plain} has it
   * @param options by lower-case name, in the order they came
   */
  record Read(String name, Map<String, String> options) implements TransferRequest {}

  /**
   * To be answered with an error.
   *
   * @param what was asked for, fit to be logged
   */
  record Refused(String what, TftpError error) implements TransferRequest {}

  /**
   * Reads a packet from its position to its limit.
   *
   * @return null when it is no request at all and deserves no answer
   */
  static @Nullable TransferRequest parse(ByteBuffer packet, TftpSettings limits) {
    if (packet.remaining() < 4 || packet.remaining() > MOST_BYTES) {
      return null;
    }
    int code = packet.getShort();
    return switch (code) {
      case OpCode.WRITE, OpCode.READ -> parse(code, texts(packet), limits);
      default -> null;
    };
  }

  private static TransferRequest parse(int code, List<String> texts, TftpSettings limits) {
    FileName name = new FileName(texts.isEmpty() ? "" : texts.getFirst());
    // a zero too many says nothing
    List<String> more = texts.stream().skip(1).filter(text -> !text.isEmpty()).toList();
    @Nullable TftpError error = error(code, name.plain(), more, limits);
    return error == null
        ? new Read(name.plain(), options(more))
        : new Refused("'" + name.shown() + "'", error);
  }

  private static @Nullable TftpError error(
      int code, String name, List<String> more, TftpSettings limits) {
    if (code == OpCode.WRITE) {
      return TftpError.READ_ONLY;
    }
    if (more.isEmpty()) {
      return TftpError.ILLEGAL;
    }
    if (name.isEmpty() || name.length() > limits.nameBytes() || !isPrintable(name)) {
      return TftpError.NOT_FOUND;
    }
    return switch (FileName.withoutTrailing(more.getFirst()).toLowerCase(Locale.ROOT)) {
      case "octet" -> null;
      case "netascii" -> TftpError.TRANSLATED;
      default -> TftpError.ILLEGAL;
    };
  }

  /** An option that comes twice counts once, a name without a value not at all. */
  private static Map<String, String> options(List<String> modeAndOptions) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i + 1 < modeAndOptions.size(); i += 2) {
      String value = modeAndOptions.get(i + 1);
      if (isPrintable(value)) {
        options.putIfAbsent(modeAndOptions.get(i).toLowerCase(Locale.ROOT), value);
      }
    }
    return options;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(FileName::isPrintable);
  }

  /** Texts that each end with a zero byte. Firmware leaves what it likes behind the last one. */
  private static List<String> texts(ByteBuffer packet) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (packet.hasRemaining()) {
      byte next = packet.get();
      if (next == 0) {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append((char) (next & 0xff));
      }
    }
    return texts;
  }
}
