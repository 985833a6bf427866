package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.BmcActionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "identify",
    description = "Turns on the identify LED, by which people find a machine in its rack.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeIdentify implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "<id|uuid|mac>",
      description = "Its number, its uuid or one of its MACs.")
  private String name = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description =
          "Seconds, ${DEFAULT-VALUE} by default; 0 turns it off, more than 255 keeps it on until "
              + "it is turned off.")
  private int seconds;

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeIdentify(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    options
        .open(session)
        .post(
            "/v1/nodes/" + Service.element(name) + "/bmc/action", BmcActionBody.identify(seconds));
    if (!options.json()) {
      session
          .terminal()
          .out()
          .println(
              seconds == 0 ? "the identify LED is off" : "the identify LED is on at node " + name);
    }
    return ExitCode.OK.number();
  }
}
