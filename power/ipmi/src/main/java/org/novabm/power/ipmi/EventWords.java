package org.novabm.power.ipmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.novabm.power.ipmi.wire.EventRecord;

/**
 * What an entry of a system event log says, in words (IPMI 2.0, tables 42-2 and 42-3). The states
 * are in {@code events.txt}; what is not there is told by its numbers.
 */
final class EventWords {

  private static final int THRESHOLDS = 0x01;
  private static final int SENSOR_SPECIFIC = 0x6F;
  private static final List<String> LEVELS = List.of("non-critical", "critical", "non-recoverable");
  private static final int LOWER = 6;

  /** By event type and, where that is the sensor's own, its type: the words of its states. */
  private static final Map<String, List<String>> STATES = read();

  private EventWords() {}

  static String source(EventRecord record) {
    return record.isOfSystem()
        ? SensorWords.type(record.sensorType()) + " " + record.sensor()
        : "maker's record 0x%02X".formatted(record.kind());
  }

  static String text(EventRecord record) {
    if (!record.isOfSystem()) {
      return "data " + record.data();
    }
    String state = record.eventType() == THRESHOLDS ? threshold(record.offset()) : state(record);
    return record.gone() ? state + ", no longer" : state;
  }

  /** Offsets go through the levels below and then above, each going low and going high. */
  private static String threshold(int offset) {
    if (offset >= 2 * LOWER) {
      return "threshold " + offset;
    }
    String side = offset < LOWER ? "lower " : "upper ";
    String direction = offset % 2 == 0 ? " threshold, going low" : " threshold, going high";
    return side + LEVELS.get(offset % LOWER / 2) + direction;
  }

  private static String state(EventRecord record) {
    String key =
        record.eventType() == SENSOR_SPECIFIC
            ? "sensor %02X".formatted(record.sensorType())
            : "event %02X".formatted(record.eventType());
    List<String> states = STATES.getOrDefault(key, List.of());
    return record.offset() < states.size()
        ? states.get(record.offset())
        : "event type 0x%02X, data %s".formatted(record.eventType(), record.data());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> states = new HashMap<>();
    try (InputStream file = EventWords.class.getResourceAsStream("events.txt")) {
      new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*:\\s*", 2))
          .forEach(parts -> states.put(parts[0], List.of(parts[1].split("\\s*;\\s*"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return states;
  }
}
