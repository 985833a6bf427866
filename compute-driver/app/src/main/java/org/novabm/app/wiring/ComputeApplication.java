package org.novabm.app.wiring;

import java.time.InstantSource;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.conf.settings.DeployHelper;
import org.novabm.app.conf.settings.Settings;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.store.work.SchedulerWakeups;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What nova-compute is made of. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
    })
@Import({
  Foundation.class, // settings, database, secrets, back ends
  Provisioning.class, // the driver, its steps and their loop
  Messaging.class, // scheduler messages in, notifications out
  RestApi.class // operators and tools
})
public class ComputeApplication {

  @Bean
  SmartLifecycle serving(
      InstalledBackends backends, Settings settings, OrderBook book, InstantSource time) {
    return settings.novabm().deployHelper() == DeployHelper.INSIDE
        ? new Serving(backends, settings, book, time)
        : new Elsewhere();
  }

  @Bean
  SmartLifecycle working(SchedulerWakeups wakeups) {
    return new Working(wakeups);
  }

  /** Machines are served by nova-baremetal-deploy-helper, which shares the database. */
  private static final class Elsewhere implements SmartLifecycle {
    @Override
    public void start() {
      org.slf4j.LoggerFactory.getLogger(ComputeApplication.class)
          .info(
              "machines are served by nova-baremetal-deploy-helper ([novabm] deploy_helper = alone)");
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
