package org.novabm.rack;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Show machines and programs; ends with 3 unless all programs run.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() {
    RackStatus status = rack.open().status();
    PrintWriter out = rack.out();
    if (json) {
      out.println(RackFile.JSON.writeValueAsString(status));
    } else {
      out.print(machines(status));
      out.println();
      out.print(programs(status));
    }
    return status.complete() ? 0 : VirtualRack.INCOMPLETE;
  }

  private static TextTable machines(RackStatus status) {
    TextTable table =
        new TextTable("NODE", "POWER", "BOOT", "FIRMWARE", "MAC", "BMC", "PORT", "VLAN", "PID");
    for (RackStatus.NodeStatus node : status.nodes()) {
      table.row(
          node.name(),
          word(node.power()),
          node.boot().word(),
          word(node.firmware()),
          node.mac(),
          node.bmc(),
          node.port(),
          orDash(node.vlan()),
          orDash(node.pid()));
    }
    return table;
  }

  private static TextTable programs(RackStatus status) {
    TextTable table = new TextTable("PROGRAM", "STATE", "PID");
    for (RackStatus.ProgramStatus program : status.programs()) {
      table.row(program.name(), program.pid() == null ? "down" : "up", orDash(program.pid()));
    }
    return table;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String orDash(@Nullable Object value) {
    return Objects.requireNonNullElse(value, "-").toString();
  }
}
