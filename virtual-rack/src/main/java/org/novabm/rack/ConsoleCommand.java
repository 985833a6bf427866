package org.novabm.rack;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.Console;
import org.novabm.rack.process.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "console",
    description = "Print what a machine printed on its serial port.",
    sortOptions = false)
final class ConsoleCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Parameters(paramLabel = "N", description = "number of the machine")
  private int number;

  @Option(names = "--follow", description = "and go on until interrupted")
  private boolean follow;

  @Option(
      names = "--wait",
      paramLabel = "TEXT",
      description = "instead, wait until TEXT is printed after the latest power on, print its line")
  private @Nullable String wanted;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      defaultValue = "300",
      description = "seconds to wait (default: ${DEFAULT-VALUE}); then end with 4")
  private int timeout;

  @Override
  public Integer call() {
    Console console = rack.open().console(number);
    PrintWriter out = rack.out();
    if (wanted != null) {
      out.println(console.await(wanted, Duration.ofSeconds(timeout)));
    } else if (follow) {
      follow(console, out);
    } else {
      out.print(console.text());
    }
    return 0;
  }

  private static void follow(Console console, PrintWriter out) {
    Duration forGood = Duration.ofDays(365);
    int[] shown = {0};
    new Waiting(line -> {}).until("an interrupt", forGood, () -> show(console.text(), shown, out));
  }

  private static boolean show(String text, int[] shown, PrintWriter out) {
    out.print(text.substring(Math.min(shown[0], text.length())));
    out.flush();
    shown[0] = text.length();
    return false;
  }
}
