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
import org.novabm.driver.BareMetalDriver;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.ConfigDrive;
import org.novabm.messaging.ComputeService;
import org.novabm.node.NodePool;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.provisioning.Adoption;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.Provisioner;
import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.RetryPolicy;
import org.novabm.provisioning.Steps;
import org.novabm.provisioning.TenantNetworks;
import org.novabm.provisioning.Wakeups;
import org.novabm.provisioning.steps.StandardSteps;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.store.ServiceHost;
import org.novabm.store.work.SchedulerWakeups;
import org.novabm.store.work.WorkSettings;
import org.springframework.beans.factory.ObjectProvider;
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
      InstalledBackends backends, SwitchStore switches, Settings settings, InstantSource time) {
    DeviceBudget budget =
        DeviceBudget.STANDARD.withOperationsPerSecond(settings.novabm().bmcOperationsPerSecond());
    return new Devices(backends, switches, budget, time);
  }

  /** Those on record are known before the first of them is used. */
  @Bean
  ExpectedSwitches expectedSwitches(InstalledBackends backends, SwitchStore switches) {
    ExpectedSwitches expected = new ExpectedSwitches(backends, switches);
    expected.look();
    return expected;
  }

  @Bean(destroyMethod = "close")
  Consoles consoles(NodeStore nodes, Devices devices, Settings settings) {
    ConsoleLogs logs =
        new ConsoleLogs(
            settings.host().statePath().resolve("consoles"),
            settings.novabm().consoleLogKib() * KIB);
    return new Consoles(nodes, devices, logs);
  }

  @Bean(destroyMethod = "close")
  Deployer deployer(
      InstalledBackends backends, OrderBook book, Settings settings, InstantSource time) {
    var provider = backends.deployer(settings.baremetal().deployer());
    return provider.open(settings.backends().deploy(provider.name()), book, time);
  }

  @Bean
  Steps steps(
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
  Provisioner provisioner(
      DeploymentStore deployments,
      NodeStore nodes,
      Steps steps,
      InstantSource time,
      ObjectProvider<ComputeService> messages) {
    return new Provisioner(
        deployments, nodes, steps, RetryPolicy.STANDARD, time, () -> wake(messages));
  }

  @Bean(destroyMethod = "close")
  SchedulerWakeups wakeups(
      DataSource database,
      Provisioner provisioner,
      ServiceHost host,
      Settings settings,
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
    return new SchedulerWakeups(database, work, provisioner::run, time);
  }

  @Bean
  Adoption adoption(
      NodeStore nodes, DeploymentStore deployments, Settings settings, InstantSource time) {
    return new Adoption(nodes, deployments, settings.host().host(), time);
  }

  @Bean
  ComputeDriver driver(
      DeploymentStore deployments,
      Adoption adoption,
      Wakeups wakeups,
      InstantSource time,
      Settings settings,
      ObjectProvider<ComputeService> messages) {
    VlanRanges vlans = settings.api().vlans();
    return new GuardedDriver(
        new BareMetalDriver(deployments, adoption, wakeups, time, () -> wake(messages)),
        vlans::contains,
        vlans.toString());
  }

  /** Through a provider: notifications need the broker, and nothing here may wait for that. */
  private static void wake(ObjectProvider<ComputeService> messages) {
    messages.ifAvailable(ComputeService::wake);
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
