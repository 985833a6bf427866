package org.novabm.rack;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "power",
    description = "Press a machine's buttons with ipmitool.",
    sortOptions = false)
final class PowerCommand implements Callable<Integer> {

  /** The words that ipmitool's {@code power} knows. */
  enum Action {
    STATUS,
    ON,
    OFF,
    CYCLE,
    RESET,
    SOFT
  }

  /** The words for its {@code chassis bootdev}. */
  enum Boot {
    PXE,
    DISK
  }

  @Mixin private RackOption rack = new RackOption();

  @Parameters(index = "0", paramLabel = "N", description = "number of the machine")
  private int number;

  @Parameters(
      index = "1",
      paramLabel = "ACTION",
      defaultValue = "status",
      description = "status, on, off, cycle, reset or soft (default: ${DEFAULT-VALUE})")
  private Action action = Action.STATUS;

  @Option(
      names = "--boot",
      paramLabel = "pxe|disk",
      description = "first set where it boots from, from now on")
  private @Nullable Boot boot;

  @Override
  public Integer call() {
    Rack open = rack.open();
    if (boot != null) {
      rack.out().print(open.ipmitool(number, "chassis", "bootdev", word(boot)).output());
    }
    rack.out().print(open.ipmitool(number, "power", word(action)).output());
    return 0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
