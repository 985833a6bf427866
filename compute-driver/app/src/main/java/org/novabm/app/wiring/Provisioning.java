package org.novabm.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.conf.settings.NovabmSettings;
import org.novabm.app.conf.settings.Settings;
import org.novabm.app.conf.settings.VlanRanges;
import org.novabm.console.ConsoleLogs;
import org.novabm.console.ConsoleRecorder;
import org.novabm.console.Consoles;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.device.ExpectedSwitches;
import org.novabm.driver.Adoption;
import org.novabm.driver.BareMetalDriver;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.NodeDriver;
import org.novabm.instance.ConfigDrive;
import org.novabm.instance.InstanceStore;
import org.novabm.node.BmcSecrets;
import org.novabm.node.NodePool;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.plan.StandardPlans;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.step.ProvisioningSettings;
import org.novabm.step.StandardSteps;
import org.novabm.step.TenantNetworks;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.SchedulerWakeups;
import org.novabm.store.work.WorkSettings;
import org.novabm.task.Plans;
import org.novabm.task.RetryPolicy;
import org.novabm.task.Signal;
import org.novabm.task.StepCatalogue;
import org.novabm.task.TaskRunner;
import org.novabm.task.TaskStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The driver, its steps, and the loop that runs them. */
@Configuration(proxyBeanMethods = false)
class Provisioning {

  private static final Duration SWITCH_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration SOFT_OFF_TIMEOUT = Duration.ofSeconds(30);
  private static final long KIB = 1 << 10;
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

  @Bean
  NodePool pool(NodeStore nodes, Settings settings) {
    return new NodePool(nodes, settings.host().host());
  }

  @Bean(destroyMethod = "close")
  Devices devices(
      InstalledBackends backends,
      BmcSecrets secrets,
      SwitchStore switches,
      Settings settings,
      InstantSource time) {
    DeviceBudget budget =
        DeviceBudget.STANDARD.withOperationsPerSecond(settings.novabm().bmcOperationsPerSecond());
    return new Devices(backends, secrets, switches, budget, time);
  }

  /** Those on record are known before the first of them is used. */
  @Bean
  ExpectedSwitches expectedSwitches(InstalledBackends backends, SwitchStore switches) {
    ExpectedSwitches expected = new ExpectedSwitches(backends, switches);
    expected.look();
    return expected;
  }

  @Bean(destroyMethod = "close")
  Consoles consoles(NodeStore nodes, BmcSecrets secrets, Devices devices, Settings settings) {
    ConsoleLogs logs =
        new ConsoleLogs(
            settings.host().statePath().resolve("consoles"),
            settings.novabm().consoleLogKib() * KIB,
            secrets);
    return new Consoles(nodes, devices, logs);
  }

  @Bean(destroyMethod = "close")
  Deployer deployer(
      InstalledBackends backends, OrderBook book, Settings settings, InstantSource time) {
    var provider = backends.deployer(settings.baremetal().deployer());
    return provider.open(settings.backends().deploy(provider.name()), book, time);
  }

  @Bean
  StepCatalogue steps(
      NodePool pool, Devices devices, Consoles consoles, Deployer deployer, Settings settings) {
    return StandardSteps.of(
        pool,
        devices,
        settings.novabm().consoleLogKib() == 0 ? ConsoleRecorder.NONE : consoles,
        deployer,
        new ConfigDrive(),
        provisioning(settings));
  }

  @Bean
  Plans plans(StepCatalogue steps) {
    return StandardPlans.of(steps);
  }

  @Bean
  TaskRunner runner(
      TaskStore tasks,
      InstanceStore instances,
      NodeStore nodes,
      StepCatalogue steps,
      Plans plans,
      InstantSource time) {
    return new TaskRunner(tasks, instances, nodes, steps, plans, RetryPolicy.STANDARD, time);
  }

  @Bean(destroyMethod = "close")
  SchedulerWakeups wakeups(
      DataSource database,
      TaskRunner runner,
      ServiceHost host,
      Settings settings,
      @Qualifier("due") Signal due,
      InstantSource time) {
    WorkSettings standard = WorkSettings.of(host);
    WorkSettings work =
        new WorkSettings(
            host,
            standard.name(),
            settings.novabm().workers(),
            standard.heartbeat(),
            standard.poll(),
            standard.shutdownWait());
    SchedulerWakeups wakeups = new SchedulerWakeups(database, work, runner::run, time);
    due.onRing(wakeups::look);
    return wakeups;
  }

  @Bean
  Adoption adoption(
      NodeStore nodes, InstanceStore instances, Settings settings, InstantSource time) {
    return new Adoption(nodes, instances, settings.host().host(), time);
  }

  @Bean
  ComputeDriver driver(
      TaskStore tasks,
      InstanceStore instances,
      NodeStore nodes,
      Adoption adoption,
      Plans plans,
      InstantSource time,
      Settings settings) {
    VlanRanges vlans = settings.api().vlans();
    return new GuardedDriver(
        new BareMetalDriver(tasks, instances, nodes, adoption, plans, time),
        vlans::contains,
        vlans.toString());
  }

  @Bean
  NodeDriver nodeDriver(NodeStore nodes, TaskStore tasks, Plans plans, InstantSource time) {
    return new NodeDriver(nodes, tasks, plans, time);
  }

  private static ProvisioningSettings provisioning(Settings settings) {
    NovabmSettings novabm = settings.novabm();
    return new ProvisioningSettings(
        novabm.provisioningVlan(),
        new TenantNetworks(novabm.tenantVlan(), novabm.tenantNetworks()),
        novabm.powerTimeout(),
        SOFT_OFF_TIMEOUT,
        SWITCH_TIMEOUT,
        novabm.agentTimeout(),
        novabm.writeTimeout(),
        settings.baremetal().pxeDeployTimeout(),
        POLL_INTERVAL);
  }
}
