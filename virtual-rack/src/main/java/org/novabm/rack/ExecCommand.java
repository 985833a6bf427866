package org.novabm.rack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.rack.process.RackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "exec",
    description = "Run a command in the rack's network; ends with its exit status.")
final class ExecCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Parameters(arity = "1..*", paramLabel = "CMD", description = "after --")
  private List<String> command = List.of();

  @Override
  public Integer call() throws InterruptedException {
    List<String> whole = new ArrayList<>(rack.open().execPrefix());
    whole.addAll(command);
    try {
      Process process = new ProcessBuilder(whole).inheritIO().start();
      // a TERM for us is meant for the command
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return process.waitFor();
    } catch (IOException e) {
      throw new RackException("cannot run " + command.getFirst(), e);
    }
  }
}
