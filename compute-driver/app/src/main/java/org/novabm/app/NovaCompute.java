package org.novabm.app;

import java.util.concurrent.Callable;
import org.novabm.app.wiring.ComputeApplication;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.VersionLine;
import org.novabm.conf.service.ServerProperties;
import org.novabm.conf.settings.Settings;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program nova-compute. */
@Command(
    name = "nova-compute",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    description = "Takes spawn and destroy messages from AMQP and turns machines into instances.",
    footer = {
      "",
      "Ends with 0 when it was stopped, 1 when it could not start, 2 for wrong arguments."
    })
public final class NovaCompute implements Callable<Integer> {

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new NovaCompute()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    return ServiceProgram.run("nova-compute", configuration, NovaCompute::start);
  }

  private static ConfigurableApplicationContext start(Settings settings) {
    ComputeApplication.check(settings);
    return ServiceProgram.context(
        ComputeApplication.class,
        settings,
        WebApplicationType.SERVLET,
        ServerProperties.of(settings.api()));
  }
}
