package org.novabm.deploy.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What server and client have settled on.
 *
 * @param options the options granted, to be acknowledged; empty when none was asked for
 */
record Agreement(
    int blockBytes, int windowBlocks, Duration retransmitAfter, Map<String, String> options) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
  static final int PLAIN_BLOCK = 512;
  private static final int SMALLEST_BLOCK = 8;
  private static final int LARGEST_BLOCK = 65464;

  /** What a client's socket takes at once under Linux' usual limits; more of it would be lost. */
  private static final int MOST_WINDOW_BYTES = 128 * 1024;

  /** A client that names a longer time would hold its place for minutes after it has died. */
  private static final int LONGEST_TIMEOUT_SECONDS = 10;

  static Agreement on(Map<String, String> asked, long size, TftpSettings limits) {
    Map<String, String> granted = new LinkedHashMap<>();
    int block = blockBytes(asked.get("blksize"), limits);
    int window = windowBlocks(asked.get("windowsize"), block, limits);
    Integer seconds = number(asked.get("timeout"), 1, LONGEST_TIMEOUT_SECONDS);
    for (String option : asked.keySet()) {
      switch (option) {
        case "blksize" -> grant(granted, option, block == 0 ? null : block);
        case "windowsize" -> grant(granted, option, window == 0 ? null : window);
        case "timeout" -> grant(granted, option, seconds);
        case "tsize" -> granted.put(option, Long.toString(size));
        default -> {} // RFC 2347: an option the server does not know is left out of the answer
      }
    }
    return new Agreement(
        block == 0 ? PLAIN_BLOCK : block,
        Math.max(window, 1),
        seconds == null ? limits.retransmitAfter() : Duration.ofSeconds(seconds),
        granted);
  }

  /** RFC 2348: the server may answer with less; 0 when nothing usable was asked for. */
  private static int blockBytes(@Nullable String asked, TftpSettings limits) {
    Integer bytes = number(asked, SMALLEST_BLOCK, LARGEST_BLOCK);
    return bytes == null ? 0 : Math.min(bytes, limits.blockBytes());
  }

  /** RFC 7440, section 3: the server may answer with less; 0 when nothing usable was asked for. */
  private static int windowBlocks(@Nullable String asked, int block, TftpSettings limits) {
    Integer blocks = number(asked, 1, 65535);
    if (blocks == null) {
      return 0;
    }
    int fitting = Math.max(1, MOST_WINDOW_BYTES / (block == 0 ? PLAIN_BLOCK : block));
    return Math.min(blocks, Math.min(fitting, limits.windowBlocks()));
  }

  private static void grant(Map<String, String> granted, String option, @Nullable Integer value) {
    if (value != null) {
      granted.put(option, value.toString());
    }
  }

  private static @Nullable Integer number(@Nullable String text, int least, int most) {
    if (text == null || !DIGITS.matcher(text).matches()) {
      return null;
    }
    int number = Integer.parseInt(text);
    return number >= least && number <= most ? number : null;
  }

  /** The OACK packet (RFC 2347). */
  ByteBuffer packet() {
    StringBuilder text = new StringBuilder();
    options.forEach((name, value) -> text.append(name).append('\0').append(value).append('\0'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + bytes.length)
        .putShort((short) OpCode.OPTION_ACK)
        .put(bytes)
        .flip();
  }
}
