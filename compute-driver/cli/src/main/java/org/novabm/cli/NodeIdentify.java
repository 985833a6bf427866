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
    description = "Lets the light shine by which a machine is found in its rack.",
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
          "For how long, ${DEFAULT-VALUE} by default; 0 switches it off, more than 255 lets it"
              + " shine until then.")
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
          .println(seconds == 0 ? "the light is off" : "the light shines at node " + name);
    }
    return ExitCode.OK.number();
  }
}
