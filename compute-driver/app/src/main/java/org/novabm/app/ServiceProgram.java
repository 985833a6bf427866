package org.novabm.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.novabm.app.bounds.HeapBudget;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigException;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.ProductVersion;
import org.novabm.conf.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/**
 * How a long-running program of ours lives: read the configuration, come up, wait to be stopped.
 */
final class ServiceProgram {

  private static final Logger log = LoggerFactory.getLogger(ServiceProgram.class);

  private ServiceProgram() {}

  static int run(
      String name,
      ConfigArguments configuration,
      Function<Settings, ConfigurableApplicationContext> start)
      throws InterruptedException {
    Settings settings;
    try {
      settings = Settings.from(configuration.read(ConfigSearch.of(name)));
    } catch (ConfigException | IllegalArgumentException e) {
      System.err.println(name + ": " + e.getMessage());
      return 2;
    }
    StopDeadline.of(settings.host().gracefulShutdownTimeout());
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      ConfigurableApplicationContext context = start.apply(settings);
      context.addApplicationListener(event -> count(event, stopped));
      log.info("uses {}", settings.inUse());
      settings.logPassedOver();
      log.info("{}", context.getBean(HeapBudget.class));
      log.info("{} {} is up as host {}", name, ProductVersion.text(), settings.host().host());
    } catch (RuntimeException e) {
      System.err.println(name + " cannot start: " + ownWords(e));
      log.debug("it cannot start", e);
      return 1;
    }
    stopped.await();
    return 0;
  }

  static ConfigurableApplicationContext context(
      Class<?> composition,
      Settings settings,
      WebApplicationType type,
      Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(composition);
    application.setWebApplicationType(type);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("logging.level.org.novabm", settings.host().debug() ? "debug" : "info");
    application.setDefaultProperties(all);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
    return application.run();
  }

  private static void count(Object event, CountDownLatch stopped) {
    if (event instanceof ContextClosedEvent) {
      stopped.countDown();
    }
  }

  /**
   * What our own classes and the cause behind them say; the framework's words around it say where
   * in our wiring.
   */
  private static String ownWords(Throwable thrown) {
    Deque<String> words = new ArrayDeque<>();
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      String message = one.getMessage() == null ? one.toString() : one.getMessage();
      boolean framework = one.getClass().getName().startsWith("org.springframework");
      if (!framework && (words.isEmpty() || !words.getLast().contains(message))) {
        words.add(message);
      }
    }
    return words.isEmpty() ? thrown.toString() : String.join(": ", words);
  }
}
