package org.novabm.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.novabm.app.wiring.HelperApplication;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.VersionLine;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program nova-baremetal-deploy-helper: what machines talk to, in a process of its own. */
@Command(
    name = "nova-baremetal-deploy-helper",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    description = {
      "Serves boot files, images and the agents' calls apart from nova-compute.",
      "Both need [novabm] deploy_helper = alone, the same database and the same secret_key_file."
    },
    footer = {
      "",
      "Ends with 0 when it was stopped, 1 when it could not start, 2 for wrong arguments."
    })
public final class NovaDeployHelper implements Callable<Integer> {

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new NovaDeployHelper()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    return ServiceProgram.run(
        "nova-baremetal-deploy-helper",
        configuration,
        settings ->
            ServiceProgram.context(
                HelperApplication.class, settings, WebApplicationType.NONE, Map.of()));
  }
}
