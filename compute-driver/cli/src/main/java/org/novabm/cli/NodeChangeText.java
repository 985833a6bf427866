package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What became of a change, as lines for people.
 *
 * @param password whether one was sent; no answer tells whether it is another than before
 */
record NodeChangeText(JsonNode before, JsonNode after, boolean password) {

  private static final List<Fact> FACTS =
      List.of(
          new Fact("address", "/address"),
          new Fact("cpus", "/cpus"),
          new Fact("memory", "/memory_mb"),
          new Fact("disk", "/local_gb"),
          new Fact("bmc", "/power/address"),
          new Fact("bmc user", "/power/user"),
          new Fact("power manager", "/power/manager"),
          new Fact("terminal port", "/terminal_port"),
          new Fact("firmware", "/firmware"),
          new Fact("switch", "/switch_id"),
          new Fact("switch port", "/switch_port"),
          new Fact("resource class", "/resource_class"),
          new Fact("traits", "/traits"),
          new Fact("properties", "/properties"),
          new Fact("root device", "/root_device"),
          new Fact("retired", "/retired"),
          new Fact("retired for", "/retired_reason"),
          new Fact("protected", "/protected"),
          new Fact("protected for", "/protected_reason"),
          new Fact("deployed by", "/deploy_interface"),
          new Fact("booted by", "/boot_interface"));

  private record Fact(String name, String pointer) {}

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Fact fact : FACTS) {
      String old = text(before.at(fact.pointer()));
      String now = text(after.at(fact.pointer()));
      if (!old.equals(now)) {
        lines.add("%-14s %s -> %s".formatted(fact.name(), old, now));
      }
    }
    if (password) {
      lines.add("%-14s %s".formatted("bmc password", "as given"));
    }
    String node = "node " + after.path("id").asLong();
    lines.addFirst(lines.isEmpty() ? node + " was so already" : node + " changed");
    return lines;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? "-" : NodeText.join(value);
    }
    return value.isObject() ? (value.isEmpty() ? "-" : value.toString()) : NodeText.orDash(value);
  }
}
