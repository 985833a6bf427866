package org.novabm.messaging.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.util.DataUrlUtils;
import org.apache.qpid.server.util.urlstreamhandler.data.Handler;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.Json;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;
import tools.jackson.databind.node.ObjectNode;

/**
 * Apache Qpid Broker-J in this process, on loopback only. Its queues live in memory: what nobody
 * took is lost when the process ends. What the service took is in its journal.
 *
 * <p>It keeps bodies outside the heap, and of each message a small object on it. A queue that is
 * full holds its senders back; a message that is too long ends its sender's connection.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** The virtual host; {@code /} means it too. */
  public static final String VIRTUAL_HOST = "nova";

  /** Of each queue. */
  private static final int MESSAGES = 1_000;

  private static final int BYTES = 16 << 20;
  private static final int CONNECTIONS = 64;

  /** Its entry in the queue, its metadata, and its properties, which are read when asked for. */
  private static final int HEAP_EACH = 1 << 10;

  private final SystemLauncher launcher;
  private final int port;

  private EmbeddedBroker(SystemLauncher launcher, int port) {
    this.launcher = launcher;
    this.port = port;
  }

  /**
   * Starts one; takes a second or two.
   *
   * @param port TCP port on 127.0.0.1, 0 for a free one
   * @param user the only account
   * @param password its password
   * @param largest bytes of the longest message it takes
   * @param workFolder an existing folder for Qpid's own small files
   * @throws IllegalStateException when it does not come up, for example because the port is taken
   */
  public static EmbeddedBroker start(
      int port, String user, Secret password, int largest, Path workFolder) {
    Handler.register();
    Started started = new Started();
    SystemLauncher launcher = new SystemLauncher(started);
    try {
      launcher.startup(attributes(port, user, password, largest, workFolder));
      return new EmbeddedBroker(launcher, started.boundPort());
    } catch (Exception e) {
      launcher.shutdown();
      throw new IllegalStateException(
          "the embedded message broker did not start on 127.0.0.1:"
              + port
              + "; if another program has the port, choose another one or name a broker of your"
              + " own in transport_url",
          e);
    }
  }

  /** Heap that it takes for the messages of one full queue. */
  public static MemoryBound bound() {
    return new MemoryBound("messages in the embedded broker", "none; fixed", MESSAGES, HEAP_EACH);
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    launcher.shutdown();
  }

  private static Map<String, Object> attributes(
      int port, String user, Secret password, int largest, Path workFolder) {
    byte[] config =
        Json.text(config(port, user, password, largest)).getBytes(StandardCharsets.UTF_8);
    return Map.of(
        "type", "Memory",
        // by data: address, so that the password never lies in a file
        "initialConfigurationLocation", DataUrlUtils.getDataUrlForBytes(config),
        "startupLoggedToSystemOut", "false",
        "qpid.work_dir", workFolder.toString(),
        "context", Map.of("qpid.work_dir", workFolder.toString()));
  }

  private static ObjectNode config(int port, String user, Secret password, int largest) {
    ObjectNode config = Json.object().put("name", "novabm").put("modelVersion", "8.0");
    config
        .putObject("context")
        // oslo.messaging declares x-expires, which Qpid does not know
        .put("queue.behaviourOnUnknownDeclareArgument", "IGNORE")
        // a call's expiration is a span of time for RabbitMQ and a date for Qpid, in 1970
        .put("queue.minimumMessageTtl", "600000")
        // nor does it pack what it delivers, for nobody asked for it
        .put("connection.messageCompressionThresholdSize", Integer.toString(Integer.MAX_VALUE))
        .put("qpid.max_message_size", Integer.toString(largest))
        .put("queue.defaultMaximumQueueDepthMessages", Integer.toString(MESSAGES))
        .put("queue.defaultMaximumQueueDepthBytes", Integer.toString(BYTES))
        .put("queue.defaultOverflowPolicy", "PRODUCER_FLOW_CONTROL")
        .put("qpid.port.max_open_connections", Integer.toString(CONNECTIONS));
    ObjectNode accounts =
        config.putArray("authenticationproviders").addObject().put("name", "accounts");
    accounts.put("type", "Plain").putArray("secureOnlyMechanisms");
    accounts
        .putArray("users")
        .addObject()
        .put("name", user)
        .put("type", "managed")
        .put("password", password.reveal());
    ObjectNode amqp = config.putArray("ports").addObject().put("name", "AMQP").put("port", port);
    amqp.put("bindingAddress", "127.0.0.1").put("authenticationProvider", "accounts");
    amqp.putArray("protocols").add("AMQP_0_9_1");
    var aliases = amqp.putArray("virtualhostaliases");
    for (String alias : List.of("nameAlias", "defaultAlias")) {
      aliases.addObject().put("name", alias).put("type", alias);
    }
    config
        .putArray("virtualhostnodes")
        .addObject()
        .put("name", VIRTUAL_HOST)
        .put("type", "Memory")
        .put("defaultVirtualHostNode", true)
        .put("virtualHostInitialConfiguration", "{\"type\": \"Memory\"}");
    return config;
  }

  /** Remembers the broker's root, to ask it for its port. */
  private static final class Started extends SystemLauncherListener.DefaultSystemLauncherListener {

    private volatile @Nullable SystemConfig<?> root;

    @Override
    public void onContainerResolve(SystemConfig<?> systemConfig) {
      root = systemConfig;
    }

    int boundPort() {
      SystemConfig<?> config = root;
      if (config != null && config.getContainer() != null) {
        for (Object child : config.getContainer().getChildren(Port.class)) {
          if (child instanceof AmqpPort<?> amqp && amqp.getBoundPort() > 0) {
            return amqp.getBoundPort();
          }
        }
      }
      throw new IllegalStateException("no AMQP port is open");
    }
  }
}
