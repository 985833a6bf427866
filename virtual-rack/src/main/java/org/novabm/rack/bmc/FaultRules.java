package org.novabm.rack.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a BMC and its network. Written as words between commas, for example {@code
 * delay=20ms,loss=5%}; durations in {@code ms} or {@code s}.
 *
 * @param chances of each {@link Mishap}, 0 to 1
 * @param delay of every answer
 * @param slow how long the machine takes to do what it is told
 * @param dead answers nothing
 * @param lies says that it switches the machine, and does not
 * @param noSlots has no session slot for anybody
 */
public record FaultRules(
    Map<Mishap, Double> chances,
    Duration delay,
    Duration slow,
    boolean dead,
    boolean lies,
    boolean noSlots) {

  /** What happens to some packets and not to others. */
  public enum Mishap {
    /** A packet is lost, either way. */
    LOSS,
    /** An answer comes twice. */
    DUPLICATE,
    /** An answer comes a hundred times. */
    FLOOD,
    /** An answer's sequence number is far from the others. */
    WRONG_SEQUENCE,
    /** An answer's authentication code is wrong. */
    WRONG_CODE,
    /** An answer's header promises more than there is. */
    WRONG_LENGTH,
    /** An answer names another session. */
    WRONG_SESSION,
    /** "Node busy". */
    BUSY,
    /** The BMC forgets all its sessions, without a word. */
    FORGET;

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static final FaultRules NONE =
      new FaultRules(Map.of(), Duration.ZERO, Duration.ZERO, false, false, false);

  public FaultRules {
    chances = Map.copyOf(chances);
  }

  /** How likely it is, 0 to 1. */
  public double chance(Mishap mishap) {
    return chances.getOrDefault(mishap, 0.0);
  }

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException when one is not known; the message lists those that are
   */
  public static FaultRules parse(String text) {
    FaultRules rules = NONE;
    for (String word : text.split(",", -1)) {
      rules = rules.with(word.strip());
    }
    return rules;
  }

  private FaultRules with(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? "" : word.substring(equals + 1);
    return switch (name) {
      case "" -> this;
      case "dead" -> new FaultRules(chances, delay, slow, true, lies, noSlots);
      case "lie" -> new FaultRules(chances, delay, slow, dead, true, noSlots);
      case "no-slots" -> new FaultRules(chances, delay, slow, dead, lies, true);
      case "delay" -> new FaultRules(chances, duration(value), slow, dead, lies, noSlots);
      case "slow" -> new FaultRules(chances, delay, duration(value), dead, lies, noSlots);
      default -> with(mishap(name), value);
    };
  }

  private FaultRules with(Mishap mishap, String value) {
    Map<Mishap, Double> more = new EnumMap<>(Mishap.class);
    more.putAll(chances);
    more.put(mishap, share(value.isEmpty() ? "100%" : value));
    return new FaultRules(more, delay, slow, dead, lies, noSlots);
  }

  private static Mishap mishap(String name) {
    List<String> known =
        new ArrayList<>(List.of("dead", "lie", "no-slots", "delay=20ms", "slow=3s"));
    for (Mishap mishap : Mishap.values()) {
      if (mishap.word().equals(name)) {
        return mishap;
      }
      known.add(mishap.word() + "=5%");
    }
    throw new IllegalArgumentException("fault '" + name + "' is none of " + known);
  }

  private static Duration duration(String value) {
    String number = value.replaceFirst("m?s$", "");
    try {
      return switch (value.substring(number.length())) {
        case "ms" -> Duration.ofMillis(Long.parseLong(number));
        case "s" -> Duration.ofSeconds(Long.parseLong(number));
        default ->
            throw new IllegalArgumentException("'" + value + "' is not a time such as 20ms or 3s");
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + value + "' is not a time such as 20ms or 3s", e);
    }
  }

  /** A part of a hundred, as {@code 5%}. */
  static double share(String value) {
    try {
      double share = Double.parseDouble(value.substring(0, value.length() - 1)) / 100;
      if (value.endsWith("%") && share >= 0 && share <= 1) {
        return share;
      }
      throw new IllegalArgumentException("'" + value + "' is not between 0% and 100%");
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("'" + value + "' is not a share such as 5%", e);
    }
  }
}
