package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.BmcView;

/** What a BMC says, of the service's answer, as lines for people. */
record BmcText(BmcView bmc, boolean coloured) {

  List<String> lines() {
    List<String> lines = new ArrayList<>(facts());
    part(lines, sensors(bmc.sensors()));
    part(lines, events(bmc.events()));
    part(lines, bmc.troubles().stream().map(why -> "not read: " + why).toList());
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
    lines.add(line("bmc", bmc.address()));
    BmcView.IdentityView identity = bmc.identity();
    if (identity != null) {
      lines.add(
          "%-14s %s, maker %s, product %s"
              .formatted(
                  "firmware", identity.firmware(), identity.manufacturer(), identity.product()));
    }
    add(lines, "mains return", bmc.restorePolicy());
    add(lines, "secure boot", bmc.secureBoot());
    add(lines, "drive", bmc.media());
    BmcView.InventoryView inventory = bmc.inventory();
    if (inventory != null) {
      add(lines, "manufacturer", inventory.manufacturer());
      add(lines, "product", inventory.product());
      add(lines, "part", inventory.part());
      add(lines, "serial", inventory.serial());
      add(lines, "board serial", inventory.boardSerial());
      add(lines, "asset", inventory.asset());
    }
    return lines;
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.add(line(name, value));
    }
  }

  private List<String> sensors(@Nullable List<BmcView.SensorView> sensors) {
    if (sensors == null || sensors.isEmpty()) {
      return List.of();
    }
    Table table = new Table(coloured, "SENSOR", "KIND", "VALUE", "HEALTH");
    sensors.forEach(it -> table.row(it.name(), it.kind(), value(it), it.health()));
    return table.lines();
  }

  /** With as many digits as it has, up to three. */
  private static String value(BmcView.SensorView sensor) {
    if (sensor.value() == null) {
      return "-";
    }
    String number = String.format(Locale.ROOT, "%.3f", sensor.value()).replaceFirst("\\.?0+$", "");
    return (number + " " + sensor.unit()).strip();
  }

  private List<String> events(@Nullable List<BmcView.EventView> events) {
    if (events == null || events.isEmpty()) {
      return List.of();
    }
    Table table = new Table(coloured, "EVENT", "TIME", "SOURCE", "WHAT");
    events.forEach(it -> table.row(it.id(), NodeText.orDash(it.time()), it.source(), it.text()));
    return table.lines();
  }

  private static String line(String name, Object value) {
    return "%-14s %s".formatted(name, NodeText.orDash(value));
  }
}
