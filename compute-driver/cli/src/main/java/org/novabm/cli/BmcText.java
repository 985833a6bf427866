package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a BMC says, of the service's answer, as lines for people. */
record BmcText(JsonNode bmc, boolean coloured) {

  List<String> lines() {
    List<String> lines = new ArrayList<>(facts());
    part(lines, sensors(bmc.path("sensors")));
    part(lines, events(bmc.path("events")));
    part(
        lines,
        bmc.path("troubles").valueStream().map(why -> "not read: " + why.asString()).toList());
    return lines;
  }

  private static void part(List<String> lines, List<String> more) {
    if (!more.isEmpty()) {
      lines.add("");
      lines.addAll(more);
    }
  }

  private List<String> facts() {
    List<String> lines = new ArrayList<>();
    lines.add(line("bmc", bmc.path("address")));
    JsonNode identity = bmc.path("identity");
    if (identity.isObject()) {
      lines.add(
          "%-14s %s, maker %s, product %s"
              .formatted(
                  "firmware",
                  identity.path("firmware").asString(),
                  identity.path("manufacturer").asString(),
                  identity.path("product").asString()));
    }
    if (bmc.has("restore_policy")) {
      lines.add(line("mains return", bmc.path("restore_policy")));
    }
    if (bmc.has("secure_boot")) {
      lines.add(line("secure boot", bmc.path("secure_boot")));
    }
    if (bmc.has("media")) {
      lines.add(line("drive", bmc.path("media")));
    }
    JsonNode inventory = bmc.path("inventory");
    inventory
        .properties()
        .forEach(
            written -> lines.add(line(written.getKey().replace('_', ' '), written.getValue())));
    return lines;
  }

  private List<String> sensors(JsonNode sensors) {
    if (sensors.isEmpty()) {
      return List.of();
    }
    Table table = new Table(coloured, "SENSOR", "KIND", "VALUE", "HEALTH");
    sensors.forEach(
        sensor ->
            table.row(
                sensor.path("name").asString(),
                sensor.path("kind").asString(),
                value(sensor),
                sensor.path("health").asString()));
    return table.lines();
  }

  /** With as many digits as it has, up to three. */
  private static String value(JsonNode sensor) {
    JsonNode value = sensor.path("value");
    if (!value.isNumber()) {
      return "-";
    }
    String number =
        String.format(Locale.ROOT, "%.3f", value.asDouble()).replaceFirst("\\.?0+$", "");
    return (number + " " + sensor.path("unit").asString()).strip();
  }

  private List<String> events(JsonNode events) {
    if (events.isEmpty()) {
      return List.of();
    }
    Table table = new Table(coloured, "EVENT", "TIME", "SOURCE", "WHAT");
    events.forEach(
        event ->
            table.row(
                event.path("id").asInt(),
                NodeText.orDash(event.path("time")),
                event.path("source").asString(),
                event.path("text").asString()));
    return table.lines();
  }

  private static String line(String name, JsonNode value) {
    return "%-14s %s".formatted(name, NodeText.orDash(value));
  }
}
