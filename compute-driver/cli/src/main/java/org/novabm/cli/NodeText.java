package org.novabm.cli;

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

  /**
   * The word of old while an instance is on it, {@code free} when the next one may have it, else
   * where it is in its life.
   */
  static String state(JsonNode node) {
    if (node.path("occupant").isObject()) {
      return orDash(node.path("task_state"));
    }
    String life = node.path("provision_state").asString("");
    return life.isEmpty() || life.equals("available") ? "free" : life;
  }

  /** Who holds it, why, and until when. */
  static String hold(JsonNode hold) {
    String until = hold.path("until").asString("");
    return "'%s' by %s: %s%s"
        .formatted(
            hold.path("name").asString(),
            hold.path("by").asString(),
            hold.path("reason").asString(),
            until.isEmpty() ? "" : ", until " + until);
  }

  /** The same, whether it is kept back, and what its power says against it: for one line a node. */
  static String stateAndPower(JsonNode node) {
    JsonNode power = node.path("power");
    String known = power.path("state").asString("");
    boolean dark = known.equals("off") && state(node).equals("active");
    boolean silent = !power.path("trouble").asString("").isEmpty();
    return state(node)
        + (node.path("retired").asBoolean(false) ? ", retired" : "")
        + (node.path("maintenance").isEmpty() ? "" : ", held")
        + (dark || silent ? ", power " + known : "");
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(facts());
    lines.addAll(said());
    JsonNode instance = node.path("instance");
    if (instance.isObject()) {
      lines.addAll(standing(instance));
    }
    JsonNode task = instance.path("task");
    if (task.isObject()) {
      lines.add("");
      lines.addAll(progress(task));
      lines.add("");
      lines.addAll(timeline(task.path("timeline")));
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
        line("provision", orDash(node.path("provision_state"))),
        line("updated", orDash(node.path("updated_at"))),
        line("instance", occupant.isObject() ? occupant(occupant) : "-"));
  }

  /** What is said of it beyond its size and place; no line for nothing. */
  private List<String> said() {
    List<String> lines = new ArrayList<>();
    String ofClass = node.path("resource_class").asString("");
    if (!ofClass.isEmpty()) {
      lines.add(line("resource class", ofClass));
    }
    if (!node.path("traits").isEmpty()) {
      lines.add(line("traits", join(node.path("traits"))));
    }
    addPairs(lines, "property", node.path("properties"));
    addPairs(lines, "root device", node.path("root_device"));
    String deployer = node.path("deploy_interface").asString("");
    if (!deployer.isEmpty()) {
      lines.add(line("deployed by", deployer));
    }
    String boot = node.path("boot_interface").asString("");
    if (!boot.isEmpty()) {
      lines.add(line("booted by", boot));
    }
    for (String mark : List.of("retired", "protected")) {
      if (node.path(mark).asBoolean(false)) {
        String why = node.path(mark + "_reason").asString("");
        lines.add(line(mark, why.isEmpty() ? "yes" : why));
      }
    }
    node.path("maintenance").forEach(hold -> lines.add(line("held by", hold(hold))));
    return lines;
  }

  static String join(JsonNode texts) {
    return texts.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  private static void addPairs(List<String> lines, String name, JsonNode pairs) {
    pairs
        .properties()
        .forEach(it -> lines.add(line(name, it.getKey() + " " + it.getValue().asString())));
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

  private static String occupant(JsonNode occupant) {
    return occupant.path("instance_uuid").asString() + " " + occupant.path("name").asString("");
  }

  private static List<String> standing(JsonNode instance) {
    return List.of(
        line("image", orDash(instance.path("image"))),
        line("is", orDash(instance.path("state"))),
        line("launched", orDash(instance.path("launched_at"))),
        line("fault", orDash(instance.path("fault"))));
  }

  private static List<String> progress(JsonNode task) {
    return List.of(
        line("task", orDash(task.path("verb")) + " " + orDash(task.path("id"))),
        line("begun", orDash(task.path("created_at"))),
        line("stands at", standsAt(task)),
        line("asked for", orDash(task.path("abort"))),
        line("reason", orDash(task.path("reason"))));
  }

  /** The step while there is one, else how it ended. */
  private static String standsAt(JsonNode task) {
    String label = orDash(task.path("label"));
    String undoing = task.path("direction").asString("").equals("back") ? ", undoing" : "";
    return label.equals("-") ? orDash(task.path("state")) : label + undoing;
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
