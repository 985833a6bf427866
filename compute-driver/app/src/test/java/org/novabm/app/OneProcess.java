package org.novabm.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.novabm.app.wiring.ComputeApplication;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.service.ServerProperties;
import org.novabm.conf.settings.Settings;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.RequestContext;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeStore;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.power.Firmware;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/**
 * nova-compute as its program starts it, within this process: embedded database and broker, fake
 * machines that take some time to be written.
 */
final class OneProcess implements AutoCloseable {

  private final String host;
  private final ConfigurableApplicationContext context;

  private OneProcess(String host, ConfigurableApplicationContext context) {
    this.host = host;
    this.context = context;
  }

  /** One whose database is in the folder; several may share it. */
  static OneProcess start(Path folder, String host) throws IOException {
    return start(folder, host, "");
  }

  /** The same with further lines for group novabm. */
  static OneProcess start(Path folder, String host, String lines) throws IOException {
    return start(folder, host, "fake", lines);
  }

  /** The same with this deployer for nodes that name none. */
  static OneProcess start(Path folder, String host, String deployer, String lines)
      throws IOException {
    Path conf =
        Files.writeString(folder.resolve(host + ".conf"), conf(folder, host, deployer, lines));
    ConfigArguments arguments = new ConfigArguments();
    new CommandLine(arguments).parseArgs("--config-file", conf.toString());
    Settings settings = Settings.from(arguments.read(ConfigSearch.of("nova-compute")));
    return new OneProcess(
        host,
        ServiceProgram.context(
            ComputeApplication.class,
            settings,
            WebApplicationType.SERVLET,
            ServerProperties.of(settings.api())));
  }

  private static String conf(Path folder, String host, String deployer, String lines) {
    return """
    [DEFAULT]
    host = %s
    state_path = %s
    [baremetal]
    driver = %s
    power_manager = fake
    tftp_root = %s
    [novabm]
    api_port = 0
    broker_port = 0
    %s
    [deploy:fake]
    delay_seconds = 1
    """
        .formatted(host, folder, deployer, folder, lines);
  }

  ComputeDriver driver() {
    return context.getBean(ComputeDriver.class);
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  Instance instance(UUID uuid) {
    Instance found = context.getBean(InstanceStore.class).findInstance(uuid);
    if (found == null) {
      throw new AssertionError("no instance " + uuid);
    }
    return found;
  }

  Task task(UUID instance) {
    Task found = context.getBean(TaskStore.class).findByInstance(instance);
    if (found == null) {
      throw new AssertionError("no task of " + instance);
    }
    return found;
  }

  Node node(long id) {
    Node found = context.getBean(NodeStore.class).find(id);
    if (found == null) {
      throw new AssertionError("no node " + id);
    }
    return found;
  }

  /** Registers a machine of this host. */
  Node addNode(int number) {
    return addNode(number, NodeBackends.STANDARD);
  }

  Node addNode(int number, NodeBackends backends) {
    return context
        .getBean(NodeStore.class)
        .add(
            new Node(
                0,
                UUID.randomUUID(),
                host,
                "",
                new Capacity(4, 4096, 100),
                new BmcEndpoint(host + "-" + number, 0, "admin"),
                "",
                0,
                Firmware.BIOS,
                null,
                List.of(
                    NodeInterface.of(
                        new MacAddress(
                            "52:54:00:%02x:00:%02x".formatted(host.hashCode() & 0xff, number)))),
                null,
                ProvisionState.AVAILABLE,
                null,
                null,
                0,
                NodeDetails.NONE.withBackends(backends)),
            Secret.of("secret"));
  }

  static InstanceRequest request(UUID instance, String image) {
    return new InstanceRequest(
        instance,
        "instance-1",
        "web1",
        new Flavor("m1", 1024, 1, 1, 0),
        new ImageRef(image, null, null),
        null,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }

  @Override
  public void close() {
    context.close();
  }
}
