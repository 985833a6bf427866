package org.novabm.app.wiring;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.conf.settings.Settings;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.store.work.SchedulerWakeups;
import org.novabm.store.work.WorkSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What nova-baremetal-deploy-helper is made of. */
@Configuration(proxyBeanMethods = false)
@Import(Foundation.class)
public class HelperApplication {

  @Bean
  SmartLifecycle serving(
      InstalledBackends backends, Settings settings, OrderBook book, InstantSource time) {
    return new Serving(backends, settings, book, time);
  }

  /** Records the wake-ups that agents' calls cause; it is never started, so nova-compute acts on them. */
  @Bean(destroyMethod = "close")
  SchedulerWakeups wakeups(DataSource database, Settings settings, InstantSource time) {
    return new SchedulerWakeups(
        database, WorkSettings.of(settings.host().host() + "-helper"), deployment -> null, time);
  }
}
