package org.novabm.netswitch.openvswitch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openvswitch.ovsdb.Value;
import tools.jackson.databind.JsonNode;

/**
 * The ports of a switch at one moment, as its database has them.
 *
 * @param ports in the order of their names
 * @param wanted counts the changes asked for; the switch has made them all when its own count is
 *     the same
 * @param made that count
 */
record Snapshot(List<PortRow> ports, long wanted, long made) {

  /** What {@link #of} reads, in its order. */
  static final List<String> TABLES = List.of("Port", "Interface", "Bridge", "Open_vSwitch");

  static final Map<String, List<String>> COLUMNS =
      Map.of(
          "Port",
          List.of("_uuid", "name", "vlan_mode", "tag", "trunks", "protected", "interfaces"),
          "Interface",
          List.of("_uuid", "name", "ofport"),
          "Bridge",
          List.of("_uuid", "name", "ports"),
          "Open_vSwitch",
          List.of("cur_cfg", "next_cfg"));

  /** Of the answers to a select of each table. */
  static Snapshot of(JsonNode answers) {
    Map<String, Card> cards = new HashMap<>();
    rows(answers, 1)
        .forEach(
            row ->
                cards.put(
                    id(row),
                    new Card(id(row), Value.text(row.path("name")), row.path("ofport").asInt(0))));
    Map<String, String> bridges = new HashMap<>();
    for (JsonNode row : rows(answers, 2)) {
      Value.elements(row.path("ports"))
          .forEach(port -> bridges.put(Value.id(port), Value.text(row.path("name"))));
    }
    List<PortRow> ports = new ArrayList<>();
    for (JsonNode row : rows(answers, 0)) {
      List<Card> members =
          Value.elements(row.path("interfaces")).stream()
              .map(member -> cards.get(Value.id(member)))
              .filter(Objects::nonNull)
              .sorted(Comparator.comparing(Card::name))
              .toList();
      ports.add(
          new PortRow(
              id(row),
              Value.text(row.path("name")),
              bridges.getOrDefault(id(row), ""),
              members,
              PortVlans.of(row)));
    }
    ports.sort(Comparator.comparing(PortRow::name));
    JsonNode counts = rows(answers, 3).path(0);
    return new Snapshot(
        List.copyOf(ports), counts.path("next_cfg").asLong(0), counts.path("cur_cfg").asLong(0));
  }

  @Nullable PortRow port(String name) {
    return ports.stream().filter(port -> port.name().equals(name)).findFirst().orElse(null);
  }

  /** The port that has this interface; a bond has several. */
  @Nullable PortRow portOf(String name) {
    return ports.stream().filter(port -> port.interfaces().contains(name)).findFirst().orElse(null);
  }

  private static JsonNode rows(JsonNode answers, int index) {
    return answers.path(index).path("rows");
  }

  private static String id(JsonNode row) {
    return Value.id(row.path("_uuid"));
  }
}
