package org.novabm.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strangers fill every port to its bounds at the same time, at the default heap, and a machine is
 * deployed through them.
 */
class EveryPortFullIT {

  private static final String ENDLESS_HEAD = "GET /v1/nodes HTTP/1.1\r\nHost: x\r\nX: ";
  private static final String RAMDISK = "GET /files/deploy.initrd HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String ENDLESS_BODY =
      "POST /agent/hello HTTP/1.1\r\nHost: x\r\nContent-Length: 8000\r\n\r\nmac=";
  private static final String LONG_HELLO = "\u0004\u0000\u00ff\u00ff\u0000\u0000\u0000\u0001";

  private static final int LARGE = 7 << 20;
  private static final int GIANT = 100 << 20;

  @TempDir private Path folder;

  @Test
  void aMachineIsDeployedWhileStrangersHoldEveryPort() throws Exception {
    try (LoneService service = new LoneService(folder)) {
      service.start();
      enrol(service);
      spawn(service, "before");
      long descriptors = service.descriptors();
      try (Besiegers besiegers = new Besiegers();
          UnacknowledgedTransfers transfers = new UnacknowledgedTransfers(service.tftpPort)) {
        besiegers.at(service.machinesPort, 800, RAMDISK);
        besiegers.at(service.machinesPort, 1500, ENDLESS_BODY);
        besiegers.at(service.machinesPort, 500, ENDLESS_HEAD);
        besiegers.at(service.apiPort, 1500, ENDLESS_HEAD);
        besiegers.at(service.openFlowPort, 800, LONG_HELLO);
        await().atMost(Duration.ofMinutes(2)).until(() -> besiegers.attempts() > 2000);
        sendLargeMessages(service);
        spawn(service, "meanwhile");
        assertThat(transfers.begun()).isPositive();
      }
      assertThat(service.alive()).isTrue();
      assertThat(service.log()).doesNotContain("OutOfMemoryError");
      // some of ours come and go
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(service.descriptors()).isLessThan(descriptors + 20));
      assertThat(service.terminate()).isLessThan(Duration.ofSeconds(30));
    }
  }

  private static void enrol(LoneService service) throws Exception {
    JsonNode node =
        JsonMapper.shared().readTree(Files.readString(service.rackFile())).at("/nodes/0");
    run(
        service,
        "nova-baremetal-switchmanager",
        "add",
        "127.0.0.1",
        "none",
        "@" + password(service),
        "fake",
        "x");
    run(
        service,
        "nova-baremetal-nodemanager",
        "add",
        "0.0.0.0",
        node.path("mac").asString(""),
        "1",
        "384",
        "1",
        "127.0.0.1:" + node.path("bmc_port").asInt(),
        node.path("bmc_user").asString(""),
        "@" + node.path("bmc_password_file").asString(""),
        "1",
        node.path("switch_port").asString(""));
  }

  private static Path password(LoneService service) throws Exception {
    return Files.writeString(service.configuration().resolveSibling("none"), "none\n");
  }

  /** Spawns and destroys one, by messages, as the scheduler does. */
  private static void spawn(LoneService service, String name) {
    String instance = UUID.randomUUID().toString();
    run(
        service,
        "nova-baremetal-instancemanager",
        "spawn",
        instance,
        "--name",
        name,
        "--image",
        "user.img",
        "--follow");
    run(service, "nova-baremetal-instancemanager", "destroy", instance, "--follow");
  }

  private static void run(LoneService service, String program, String... words) {
    var ending = service.tool(program, words);
    assertThat(ending.status()).as(ending.output() + ending.errors()).isZero();
  }

  private static void sendLargeMessages(LoneService service) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(
        Files.readString(service.state().resolve("broker/transport_url"))
            .strip()
            .replaceFirst("rabbit:", "amqp:")
            .replaceFirst("/$", "/%2F"));
    try (Connection connection = factory.newConnection();
        Channel channel = connection.createChannel()) {
      for (int i = 0; i < 20; i++) {
        channel.basicPublish("", "compute.besieged", null, new byte[LARGE]);
      }
      channel.basicPublish("", "compute.besieged", null, new byte[GIANT]);
    } catch (java.io.IOException | com.rabbitmq.client.AlreadyClosedException e) {
      System.out.println("[siege] the broker hung up on large messages: " + e);
    }
  }
}
