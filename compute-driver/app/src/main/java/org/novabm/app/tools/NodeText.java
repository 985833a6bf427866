package org.novabm.app.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A node of the service's answer as lines for people. */
record NodeText(JsonNode node, boolean coloured) {

  static String orDash(JsonNode value) {
    String text = value.isNull() || value.isMissingNode() ? "" : value.asString();
    return text.isEmpty() ? "-" : text;
  }

  /** The word of old, or {@code free}: a node that was given back says {@code deleted}. */
  static String state(JsonNode node) {
    return node.path("occupant").isObject() ? orDash(node.path("task_state")) : "free";
  }

  /** The same, and what the machine's power says against it: for one line a node. */
  static String stateAndPower(JsonNode node) {
    JsonNode power = node.path("power");
    String known = power.path("state").asString("");
    boolean dark = known.equals("off") && state(node).equals("active");
    boolean silent = !power.path("trouble").asString("").isEmpty();
    return state(node) + (dark || silent ? ", power " + known : "");
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(facts());
    JsonNode deployment = node.path("deployment");
    if (deployment.isObject()) {
      lines.add("");
      lines.addAll(progress(deployment));
      lines.add("");
      lines.addAll(timeline(deployment.path("timeline")));
    }
    return lines;
  }

  private List<String> facts() {
    JsonNode power = node.path("power");
    JsonNode occupant = node.path("occupant");
    String manager = orDash(power.path("manager"));
    return List.of(
        line("node", orDash(node.path("id"))),
        line("uuid", orDash(node.path("uuid"))),
        line("service host", orDash(node.path("service_host"))),
        line("address", orDash(node.path("address"))),
        line("macs", macs()),
        line("cpus", orDash(node.path("cpus"))),
        line("memory", orDash(node.path("memory_mb")) + " MiB"),
        line("disk", orDash(node.path("local_gb")) + " GiB"),
        line("firmware", orDash(node.path("firmware"))),
        line("bmc", orDash(power.path("user")) + " at " + orDash(power.path("address"))),
        line("power", power(power)),
        line("power manager", manager.equals("-") ? "the configured one" : manager),
        line("switch", switchPort()),
        line("state", state(node)),
        line("updated", orDash(node.path("updated_at"))),
        line("instance", occupant.isObject() ? instance(occupant) : "-"));
  }

  private static String power(JsonNode power) {
    String since = orDash(power.path("since"));
    String trouble = power.path("trouble").asString("");
    return orDash(power.path("state"))
        + (since.equals("-") ? "" : " since " + since)
        + (trouble.isEmpty() ? "" : ": " + trouble);
  }

  private String macs() {
    return node.path("interfaces").values().stream()
        .map(card -> card.path("mac").asString())
        .collect(Collectors.joining(", "));
  }

  private String switchPort() {
    return node.path("switch_id").isNumber()
        ? node.path("switch_id").asString() + ", port " + orDash(node.path("switch_port"))
        : "-";
  }

  private static String instance(JsonNode occupant) {
    return occupant.path("instance_uuid").asString() + " " + occupant.path("name").asString("");
  }

  private static List<String> progress(JsonNode deployment) {
    return List.of(
        line("deployment", deployment.path("id").asString()),
        line("image", orDash(deployment.path("image"))),
        line("begun", deployment.path("created_at").asString()),
        line("stands at", deployment.path("label").asString()),
        line("asked for", orDash(deployment.path("asked"))),
        line("reason", orDash(deployment.path("reason"))));
  }

  private List<String> timeline(JsonNode steps) {
    Table table =
        new Table(coloured, "#", "STEP", "STATUS", "ATTEMPT", "START", "DURATION", "NOTE");
    for (JsonNode step : steps) {
      table.row(
          step.path("number").asInt(),
          step.path("label").asString(),
          step.path("status").asString(),
          step.path("attempt").asInt(),
          step.path("started_at").asString(),
          duration(step.path("duration_ms").asLong()),
          step.path("note").asString());
    }
    return table.lines();
  }

  /**
   * In the unit that suits: {@code 12 ms}, {@code 1.3 s}, {@code 2 min 05 s}, {@code 1 h 02 min}.
   */
  static String duration(long millis) {
    if (millis < 1000) {
      return millis + " ms";
    }
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + "." + millis % 1000 / 100 + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  private static String line(String name, String value) {
    return "%-14s %s".formatted(name, value).stripTrailing();
  }
}
