package org.novabm.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.novabm.api.PeerCheck;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.bounds.HeapBudget;
import org.novabm.conf.settings.DeployHelper;
import org.novabm.conf.settings.Settings;
import org.novabm.console.Consoles;
import org.novabm.device.Devices;
import org.novabm.device.ExpectedSwitches;
import org.novabm.device.PowerBook;
import org.novabm.device.PowerSweep;
import org.novabm.device.PowerSync;
import org.novabm.messaging.ComputeService;
import org.novabm.node.NodeStore;
import org.novabm.service.HostLease;
import org.novabm.service.Lease;
import org.novabm.service.LeaseClock;
import org.novabm.service.ServiceStore;
import org.novabm.service.Succession;
import org.novabm.spi.MemoryBound;
import org.novabm.step.JobBooks;
import org.novabm.store.work.WorkLoop;
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

  /** The longest time that one look at a machine's power may take. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** Signs of life within one lease: some may be late. */
  private static final int BEATS = 5;

  /**
   * That these settings can work in this distribution; to be called before anything is opened.
   *
   * @throws IllegalStateException saying what to set
   */
  public static void check(Settings settings) {
    Broker.require(settings);
  }

  @Bean
  HeapBudget heapBudget(InstalledBackends backends, EnabledDeployers deployers, Settings settings) {
    List<MemoryBound> bounds = new ArrayList<>(backends.bounds());
    bounds.addAll(Messaging.bounds(settings));
    bounds.addAll(RestApi.bounds(settings));
    if (settings.novabm().deployHelper() == DeployHelper.INSIDE) {
      bounds.addAll(Serving.bounds(deployers, settings));
    }
    return HeapBudget.of(bounds).required();
  }

  @Bean
  SmartLifecycle actingForHost(
      HostLease lease, ServiceStore services, NewWork work, Settings settings) {
    Duration after = settings.novabm().takeover();
    Succession succession =
        new Succession(
            services,
            settings.host().host(),
            after.isZero() ? Succession.Policy.NEVER : new Succession.Policy(after),
            LeaseClock.SYSTEM);
    return new ActingForHost(lease, succession, work, settings.novabm().lease().dividedBy(BEATS));
  }

  @Bean
  PeerCheck hostCheck(Lease lease, Settings settings) {
    String host = settings.host().host();
    return new PeerCheck() {
      @Override
      public String name() {
        return "host";
      }

      @Override
      public String check() {
        if (!lease.isHeld()) {
          throw new IllegalStateException(
              "another process may act for host %s; see: nova-baremetal-manage service list"
                  .formatted(host));
        }
        return "acts for host " + host;
      }
    };
  }

  @Bean
  NewWork newWork(WorkLoop wakeups, ComputeService messages) {
    return () -> {
      wakeups.look();
      messages.lookAgain();
    };
  }

  @Bean
  SmartLifecycle serving(
      EnabledDeployers deployers, Settings settings, JobBooks books, InstantSource time) {
    return settings.novabm().deployHelper() == DeployHelper.INSIDE
        ? new Serving(deployers, settings, books, time)
        : new Elsewhere();
  }

  @Bean
  SmartLifecycle working(WorkLoop wakeups) {
    return new Working(wakeups);
  }

  @Bean
  SmartLifecycle watchingPower(
      NodeStore nodes,
      Devices devices,
      PowerBook book,
      Settings settings,
      Lease lease,
      InstantSource time) {
    Duration interval = settings.novabm().powerSync();
    return new WatchingPower(
        lease,
        interval.isZero()
            ? null
            : new PowerSync(
                nodes,
                settings.host().host(),
                devices,
                new PowerSweep(devices, LOOK, PowerSweep.USUAL_WIDTH),
                book,
                interval,
                time,
                RandomGenerator.getDefault()));
  }

  @Bean
  SmartLifecycle learningSwitches(ExpectedSwitches switches) {
    return new LearningSwitches(switches, LearningSwitches.INTERVAL);
  }

  @Bean
  SmartLifecycle recordingConsoles(Consoles consoles, Settings settings) {
    return new RecordingConsoles(
        settings.novabm().consoleLogKib() == 0 ? null : consoles, settings.host().host());
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
