package org.novabm.rack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "down",
    description = "Stop everything and delete what the rack made, disks and logs too.")
final class DownCommand implements Callable<Integer> {

  @Mixin private RackOption rack = new RackOption();

  @Option(names = "--keep-logs", description = "leave the logs in the folder")
  private boolean keepLogs;

  @Override
  public Integer call() {
    rack.open().down(keepLogs ? Logs.KEEP : Logs.DELETE);
    return 0;
  }
}
