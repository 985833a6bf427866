package org.novabm.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.conf.ProductVersion;
import org.novabm.conf.settings.NovabmSettings;
import org.novabm.conf.settings.Settings;
import org.novabm.conf.settings.VlanRanges;
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
import org.novabm.driver.NodeGuard;
import org.novabm.driver.NodeRelease;
import org.novabm.instance.ConfigDrive;
import org.novabm.instance.InstanceStore;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NodePool;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.plan.StandardPlans;
import org.novabm.service.HostLease;
import org.novabm.service.Lease;
import org.novabm.service.LeaseClock;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.novabm.service.ServiceStore;
import org.novabm.step.Deployers;
import org.novabm.step.JobBooks;
import org.novabm.step.ProvisioningSettings;
import org.novabm.step.StandardSteps;
import org.novabm.step.TenantNetworks;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.WorkLoop;
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
  HostLease lease(ServiceStore services, Settings settings, InstantSource time) {
    return new HostLease(
        services,
        settings.host().host(),
        ServiceProcess.current(ProductVersion.text(), time.instant()),
        settings.novabm().lease(),
        LeaseClock.SYSTEM);
  }

  @Bean
  NodePool pool(NodeStore nodes, HoldStore holds, ServiceStore services, Settings settings) {
    String host = settings.host().host();
    return new NodePool(
        nodes,
        holds,
        host,
        () -> {
          ServiceRecord service = services.find(host);
          return service == null ? null : service.drained();
        });
  }

  @Bean(destroyMethod = "close")
  Devices devices(
      InstalledBackends backends,
      BmcSecrets secrets,
      SwitchStore switches,
      Settings settings,
      Lease lease,
      InstantSource time) {
    DeviceBudget budget =
        DeviceBudget.STANDARD.withOperationsPerSecond(settings.novabm().bmcOperationsPerSecond());
    return new Devices(backends, secrets, switches, budget, lease, time);
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
  Deployers deployers(
      EnabledDeployers enabled,
      JobBooks books,
      Settings settings,
      Lease lease,
      InstantSource time) {
    return new OpenDeployers(books, settings, lease, time).of(enabled);
  }

  @Bean
  StepCatalogue steps(
      NodePool pool, Devices devices, Consoles consoles, Deployers deployers, Settings settings) {
    return StandardSteps.of(
        pool,
        devices,
        settings.novabm().consoleLogKib() == 0 ? ConsoleRecorder.NONE : consoles,
        deployers,
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
      Lease lease,
      InstantSource time) {
    return new TaskRunner(
        new TaskRunner.Records(tasks, instances, nodes),
        steps,
        plans,
        RetryPolicy.STANDARD,
        lease,
        time);
  }

  @Bean(destroyMethod = "close")
  WorkLoop wakeups(
      DataSource database,
      TaskRunner runner,
      HostLease lease,
      ServiceHost host,
      Settings settings,
      @Qualifier("due") Signal due,
      InstantSource time) {
    WorkSettings work = WorkSettings.of(host, settings.novabm().workers());
    WorkLoop wakeups = new WorkLoop(database, work, runner::run, lease, time);
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
      NodeGuard guard,
      Adoption adoption,
      Plans plans,
      InstantSource time,
      Settings settings) {
    VlanRanges vlans = settings.api().vlans();
    return new GuardedDriver(
        new BareMetalDriver(tasks, instances, nodes, guard, adoption, plans, time),
        vlans::contains,
        vlans.toString());
  }

  @Bean
  NodeGuard guard(HoldStore holds) {
    return new NodeGuard(holds);
  }

  @Bean
  NodeDriver nodeDriver(
      NodeStore nodes,
      TaskStore tasks,
      InstanceStore instances,
      NodeGuard guard,
      Plans plans,
      InstantSource time) {
    return new NodeDriver(nodes, tasks, instances, guard, plans, time);
  }

  @Bean
  NodeRelease release(
      NodeStore nodes,
      TaskStore tasks,
      InstanceStore instances,
      HoldStore holds,
      Adoption adoption,
      Plans plans,
      InstantSource time) {
    return new NodeRelease(nodes, tasks, instances, holds, adoption, plans, time);
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
