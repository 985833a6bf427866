package org.novabm.power.ipmi.wire;

import java.util.Map;

/**
 * How a command ended (IPMI 2.0, table 5-2).
 *
 * @param value 0 to 255
 */
public record CompletionCode(int value) {

  public static final CompletionCode DONE = new CompletionCode(0x00);

  /** What to do next. */
  public enum Verdict {
    DONE,
    /** The device cannot just now; ask again. */
    BUSY,
    /**
     * Sometimes the device cannot just now and says so by a code that means "never" elsewhere: a
     * chassis that is on its way to off does not know "on", a BMC under load has no answer. Ask
     * again for a while, and then take it for a refusal.
     */
    PASSING,
    /** The device does not have the command. */
    UNSUPPORTED,
    /** The same request will fail again. */
    REFUSED
  }

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "done"),
          Map.entry(0xC0, "node busy"),
          Map.entry(0xC1, "invalid command"),
          Map.entry(0xC2, "invalid command for this LUN"),
          Map.entry(0xC3, "time-out while processing the command"),
          Map.entry(0xC4, "out of space"),
          Map.entry(0xC5, "reservation cancelled"),
          Map.entry(0xC6, "request data truncated"),
          Map.entry(0xC7, "request data length invalid"),
          Map.entry(0xC8, "request data field length limit exceeded"),
          Map.entry(0xC9, "parameter out of range"),
          Map.entry(0xCA, "cannot return that many bytes"),
          Map.entry(0xCB, "sensor, data or record not present"),
          Map.entry(0xCC, "invalid data field in request"),
          Map.entry(0xCD, "command illegal for this sensor or record"),
          Map.entry(0xCE, "response could not be provided"),
          Map.entry(0xCF, "duplicated request"),
          Map.entry(0xD0, "SDR repository in update mode"),
          Map.entry(0xD1, "device in firmware update mode"),
          Map.entry(0xD2, "BMC initialisation in progress"),
          Map.entry(0xD3, "destination unavailable"),
          Map.entry(0xD4, "insufficient privilege level"),
          Map.entry(0xD5, "not supported in the present state"),
          Map.entry(0xD6, "sub-function disabled or unavailable"),
          Map.entry(0xFF, "unspecified error"));

  public Verdict verdict() {
    return switch (value) {
      case 0x00 -> Verdict.DONE;
      case 0xC0, 0xC3, 0xC4, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2 -> Verdict.BUSY;
      case 0xD3, 0xD5, 0xFF -> Verdict.PASSING;
      case 0xC1, 0xC2, 0xD6 -> Verdict.UNSUPPORTED;
      default -> Verdict.REFUSED;
    };
  }

  /** Whether fewer bytes in one answer may help (0xC7, 0xC8, 0xCA). */
  public boolean asksForLess() {
    return value == 0xC7 || value == 0xC8 || value == 0xCA;
  }

  /** For example {@code node busy (0xC0)}. */
  @Override
  public String toString() {
    String name =
        NAMES.getOrDefault(
            value, value >= 0x80 && value < 0xC0 ? "command-specific code" : "unknown code");
    return "%s (0x%02X)".formatted(name, value);
  }
}
