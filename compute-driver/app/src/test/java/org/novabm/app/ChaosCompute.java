package org.novabm.app;

import java.nio.file.Path;
import org.novabm.app.chaos.Gate;
import org.novabm.app.chaos.GatedStep;
import org.novabm.app.wiring.ComputeApplication;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.service.ServerProperties;
import org.novabm.conf.settings.Settings;
import org.novabm.task.Step;
import org.novabm.task.StepCatalogue;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import picocli.CommandLine;

/** nova-compute in a process of its own, whose steps can be held at their boundaries. */
public final class ChaosCompute {

  private ChaosCompute() {}

  /** Arguments: configuration file, folder of the gate. */
  public static void main(String[] words) {
    System.setProperty("novabm.gate", words[1]);
    ConfigArguments arguments = new ConfigArguments();
    new CommandLine(arguments).parseArgs("--config-file", words[0]);
    Settings settings = Settings.from(arguments.read(ConfigSearch.of("nova-compute")));
    ServiceProgram.context(
        WithGate.class, settings, WebApplicationType.SERVLET, ServerProperties.of(settings.api()));
    System.out.println("up as " + settings.host().host());
  }

  /** The service as it is composed, and nothing but its catalogue of steps changed. */
  @Configuration(proxyBeanMethods = false)
  @Import(ComputeApplication.class)
  static class WithGate {

    @Bean
    static BeanPostProcessor gate() {
      Gate gate = new Gate(Path.of(System.getProperty("novabm.gate")));
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof StepCatalogue steps
              ? new StepCatalogue(
                  steps.all().stream().<Step>map(step -> new GatedStep(step, gate)).toList())
              : bean;
        }
      };
    }
  }
}
