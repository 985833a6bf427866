package org.novabm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.novabm.api.ApiAccess;
import org.novabm.api.ApiConfiguration;
import org.novabm.api.ApiLimits;
import org.novabm.api.EndpointCheck;
import org.novabm.api.KnownBackends;
import org.novabm.api.ServiceIdentity;
import org.novabm.console.ConsoleLogs;
import org.novabm.console.Consoles;
import org.novabm.device.Backends;
import org.novabm.device.DeviceBudget;
import org.novabm.device.Devices;
import org.novabm.driver.Adoption;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.driver.NodeDriver;
import org.novabm.driver.NodeGuard;
import org.novabm.driver.NodeRelease;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.power.ipmi.IpmiPowerProvider;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;
import org.novabm.store.ServiceHost;
import org.novabm.store.StoreConfiguration;
import org.novabm.store.schema.Schema;
import org.novabm.store.secret.SecretBox;
import org.novabm.task.Plans;
import org.novabm.task.StepCatalogue;
import org.novabm.task.TaskStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The REST service over the real stores on H2; nothing drives instances here. */
@EnableAutoConfiguration
@Import({ApiConfiguration.class, StoreConfiguration.class})
class RealService {

  static final String TOKEN = "corn-battery-staple";

  /** For the tools' {@code --token-file}. */
  static String tokenFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("token"), TOKEN + "\n").toString();
  }

  @Bean
  ServiceHost host() {
    return new ServiceHost("compute1");
  }

  @Bean
  SecretBox box(@Value("${test.folder}") Path folder) {
    return new SecretBox(folder.resolve("secret.key"));
  }

  @Bean
  DataSource database(@Value("${test.folder}") Path folder, SecretBox box) {
    DataSource database =
        new DriverManagerDataSource(
            "jdbc:h2:file:"
                + folder
                + "/nova_bm;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "sa",
            "");
    new Schema(database).sync(null, box, _ -> {});
    return database;
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  ApiAccess access() {
    return new ApiAccess(Secret.of(TOKEN));
  }

  @Bean
  ApiLimits limits() {
    return ApiLimits.STANDARD;
  }

  @Bean
  ServiceIdentity identity() {
    return new ServiceIdentity("rack1", "0.1.0");
  }

  @Bean(destroyMethod = "close")
  IpmiPowerProvider ipmi() {
    return new IpmiPowerProvider();
  }

  @Bean(destroyMethod = "close")
  Devices devices(IpmiPowerProvider ipmi, BmcSecrets secrets, SwitchStore switches) {
    Backends machines =
        new Backends() {
          @Override
          public PowerManager power(String manager, Endpoint bmc) {
            return ipmi.open(bmc);
          }

          @Override
          public SwitchManager network(NetworkSwitch networkSwitch) {
            throw new UnsupportedOperationException("no switch is moved here");
          }
        };
    return new Devices(machines, secrets, switches, DeviceBudget.STANDARD, InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  Consoles consoles(
      NodeStore nodes, BmcSecrets secrets, Devices devices, @Value("${test.folder}") Path folder) {
    return new Consoles(
        nodes, devices, new ConsoleLogs(folder.resolve("consoles"), 100_000, secrets));
  }

  @Bean
  KnownBackends backends() {
    KnownBackends.Names fake = new KnownBackends.Names(Set.of("fake"), Set.of());
    return new KnownBackends(fake, fake, "fake", fake, fake);
  }

  @Bean
  EndpointCheck endpoints(IpmiPowerProvider ipmi) {
    return new EndpointCheck() {
      @Override
      public void node(Node node, Secret password) {
        ipmi.open(node.power().with(password)).close();
      }

      @Override
      public void networkSwitch(NetworkSwitch networkSwitch) {
        // no switch is moved here
      }
    };
  }

  @Bean
  StepCatalogue steps() {
    return new StepCatalogue(List.of());
  }

  @Bean
  Plans plans(StepCatalogue steps) {
    return new Plans(List.of(), steps);
  }

  @Bean
  NodeDriver nodeDriver(
      NodeStore nodes, TaskStore tasks, InstanceStore instances, HoldStore holds, Plans plans) {
    return new NodeDriver(
        nodes, tasks, instances, new NodeGuard(holds), plans, InstantSource.system());
  }

  @Bean
  NodeRelease release(
      NodeStore nodes, TaskStore tasks, InstanceStore instances, HoldStore holds, Plans plans) {
    InstantSource clock = InstantSource.system();
    Adoption adoption = new Adoption(nodes, instances, "compute1", clock);
    return new NodeRelease(nodes, tasks, instances, holds, adoption, plans, clock);
  }

  @Bean
  ComputeDriver driver() {
    return new NoDriver();
  }

  /** Knows no instance. */
  private record NoDriver() implements ComputeDriver {
    @Override
    public DriverAnswer spawn(InstanceRequest request) {
      return new DriverAnswer.UnknownInstance(request.instance());
    }

    @Override
    public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
      return new DriverAnswer.UnknownInstance(instance);
    }

    @Override
    public DriverAnswer destroy(UUID instance) {
      return new DriverAnswer.UnknownInstance(instance);
    }

    @Override
    public DriverAnswer cancel(UUID instance) {
      return new DriverAnswer.UnknownInstance(instance);
    }

    @Override
    public DriverAnswer start(UUID instance) {
      return new DriverAnswer.UnknownInstance(instance);
    }

    @Override
    public DriverAnswer stop(UUID instance, Manner manner) {
      return new DriverAnswer.UnknownInstance(instance);
    }

    @Override
    public DriverAnswer reboot(UUID instance, Manner manner) {
      return new DriverAnswer.UnknownInstance(instance);
    }
  }
}
