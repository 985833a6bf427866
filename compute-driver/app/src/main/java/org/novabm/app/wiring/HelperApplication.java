package org.novabm.app.wiring;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.bounds.HeapBudget;
import org.novabm.conf.settings.Settings;
import org.novabm.step.JobBooks;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.WakeupTable;
import org.novabm.task.Wakeups;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What nova-baremetal-deploy-helper is made of. */
@Configuration(proxyBeanMethods = false)
@Import(Foundation.class)
public class HelperApplication {

  @Bean
  HeapBudget heapBudget(EnabledDeployers deployers, Settings settings) {
    return HeapBudget.of(Serving.bounds(deployers, settings)).required();
  }

  @Bean
  SmartLifecycle serving(
      EnabledDeployers deployers, Settings settings, JobBooks books, InstantSource time) {
    return new Serving(deployers, settings, books, time);
  }

  /** The wake-ups that agents' calls cause; nova-compute acts on them. */
  @Bean
  Wakeups wakeups(DataSource database, ServiceHost host) {
    return new WakeupTable(database, host);
  }
}
