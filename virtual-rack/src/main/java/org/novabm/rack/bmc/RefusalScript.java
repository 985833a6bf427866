package org.novabm.rack.bmc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completion codes that commands end with before they are obeyed. One word a command, {@code
 * control:0xD5*2,0xC4}: its codes in their order, each so many times, or for ever where there is no
 * number behind the star.
 */
final class RefusalScript {

  private static final Map<String, String> COMMANDS =
      Map.of(
          "status", "0x00/0x01",
          "control", "0x00/0x02",
          "boot", "0x00/0x08",
          "reading", "0x04/0x2d",
          "privilege", "0x06/0x3b",
          "inventory", "0x0a/0x11",
          "sensor", "0x0a/0x23",
          "event", "0x0a/0x43");

  private record Stretch(int code, long times) {}

  private final Map<Integer, Deque<Stretch>> waiting = new HashMap<>();

  private RefusalScript() {}

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException when one is not written so
   */
  static RefusalScript parse(List<String> words) {
    RefusalScript script = new RefusalScript();
    words.forEach(script::add);
    return script;
  }

  private void add(String word) {
    try {
      int colon = word.indexOf(':');
      String name = word.substring(0, colon);
      String[] numbers = COMMANDS.getOrDefault(name, name).split("/", 2);
      Deque<Stretch> stretches = new ArrayDeque<>();
      for (String text : word.substring(colon + 1).split(",", -1)) {
        stretches.add(stretch(text));
      }
      waiting.put(key(Integer.decode(numbers[0]), Integer.decode(numbers[1])), stretches);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "'%s' is not a refusal such as control:0xD5*2,0xC4; commands are %s, or as 0x0a/0x43"
              .formatted(word, COMMANDS.keySet().stream().sorted().toList()),
          e);
    }
  }

  private static Stretch stretch(String text) {
    int star = text.indexOf('*');
    if (star < 0) {
      return new Stretch(Integer.decode(text), 1);
    }
    String times = text.substring(star + 1);
    return new Stretch(
        Integer.decode(text.substring(0, star)),
        times.isEmpty() ? Long.MAX_VALUE : Long.parseLong(times));
  }

  private static int key(int netFn, int command) {
    return netFn << 8 | command;
  }

  /** The refusal of a command that came, or null when it is to be obeyed. */
  @Nullable CommandResponse next(CommandRequest request) {
    Deque<Stretch> stretches = waiting.get(key(request.netFn(), request.command()));
    Stretch first = stretches == null ? null : stretches.poll();
    if (stretches == null || first == null) {
      return null;
    }
    if (first.times > 1) {
      stretches.push(new Stretch(first.code, first.times - 1));
    }
    return CommandResponse.refused(first.code);
  }
}
