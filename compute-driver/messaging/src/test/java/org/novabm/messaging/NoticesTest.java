package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.journal.Notice;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.wire.Envelope;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;
import org.novabm.spi.Secret;
import org.novabm.spi.deploy.ImageRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** From the outbox to the queues. */
class NoticesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant LAUNCHED = Instant.parse("2026-03-04T05:06:07Z");
  private static final Instant CREATED = Instant.parse("2026-03-04T05:00:00.120441Z");

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(0, "nova", Secret.of("x"), InboundLimits.USUAL, folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  static InstanceRequest request() {
    return new InstanceRequest(
        UUID.fromString("1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b"),
        "instance-00000001",
        "bm-web-1",
        new Flavor("baremetal.small", 8192, 4, 100, 0),
        new ImageRef("155d900f-4e14-4e4c-a73d-069cbf4541e6", null, "raw"),
        null,
        List.of(),
        null,
        Map.of(),
        Map.of("role", "web"),
        new RequestContext(
            "req-1", "2b3c4d5e6f708192a3b4c5d6e7f80912", "7f0c4dc0e2c84f5c8f0a1b2c3d4e5f60"));
  }

  private static BrokerSettings settings() {
    return BrokerSettings.of("rabbit://nova:x@127.0.0.1:" + broker.port() + "/nova", "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create.start", "create.end", "create.error"})
  void hasEveryFieldOfTheRealOne(String event) throws Exception {
    JsonNode real = Samples.message("zed-notif-compute.instance." + event);

    JsonNode ours = published("compute.instance." + event, ProvisionState.ACTIVE);

    Set<String> missing = new TreeSet<>(real.get("payload").propertyNames());
    missing.removeAll(ours.get("payload").propertyNames());
    assertThat(missing).isEmpty();
    for (String same :
        List.of(
            "instance_id",
            "tenant_id",
            "hostname",
            "memory_mb",
            "disk_gb",
            "node",
            "state",
            "state_description",
            "metadata",
            "image_ref_url",
            "launched_at")) {
      JsonNode expected =
          same.equals("image_ref_url")
              ? StringNode.valueOf("http://glance:9292/images/155d900f-4e14-4e4c-a73d-069cbf4541e6")
              : real.get("payload").get(same);
      if (!same.equals("launched_at") || event.equals("create.end")) {
        assertThat(ours.get("payload").get(same)).as(same).isEqualTo(expected);
      }
    }
    assertThat(ours.get("priority")).isEqualTo(real.get("priority"));
    assertThat(ours.get("timestamp").stringValue())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
    assertThat(ours.get("payload").get("created_at").stringValue())
        .isEqualTo("2026-03-04 05:00:00.120441+00:00");
  }

  @Test
  void knowsWhenAnInstanceWasLaunchedAndEnded() throws Exception {
    JsonNode payload =
        published("compute.instance.delete.end", ProvisionState.DELETED).get("payload");

    assertThat(payload.get("launched_at").stringValue()).isEqualTo("2026-03-04T05:06:07.000000");
    assertThat(payload.get("terminated_at").stringValue()).isEqualTo("2026-03-04T05:06:07.000000");
    assertThat(payload.get("state").stringValue()).isEqualTo("deleted");
  }

  @Test
  void waitsForTheBroker() throws Exception {
    try (Host host = Host.on(settings(), QueueFlags.STANDARD, new MemoryJournal())) {
      for (int i = 0; i < 250; i++) {
        post(host, "compute.instance.power_off.end", ProvisionState.STOPPED);
      }
      assertThat(host.outbox.size()).isEqualTo(250);

      host.start();

      await().atMost(PATIENCE).until(() -> host.outbox.size() == 0);
      try (Peer peer = new Peer(settings())) {
        assertThat(peer.ready("notifications.info")).isEqualTo(250);
        peer.purge("notifications.info");
      }
    }
  }

  private static JsonNode published(String event, ProvisionState state) throws Exception {
    try (Host host = Host.started(settings(), QueueFlags.STANDARD);
        Peer peer = new Peer(settings())) {
      post(host, event, state);
      host.wake();
      String queue = event.endsWith("error") ? "notifications.error" : "notifications.info";
      ObjectNode message = Envelope.open(peer.receive(queue)).message();
      await().atMost(PATIENCE).until(() -> host.outbox.size() == 0);
      return message;
    }
  }

  private static void post(Host host, String event, ProvisionState state) {
    Deployment deployment =
        Deployment.begin(UUID.randomUUID(), request(), CREATED)
            .withNode(7L)
            .entering(state, LAUNCHED);
    StepRecord launch =
        new StepRecord(
            13,
            ProvisionState.STARTING_INSTANCE,
            StepRecord.Status.DONE,
            1,
            CREATED,
            LAUNCHED,
            "up");
    host.deployments.put(deployment, launch);
    String reason = event.endsWith("error") ? "deploy timed out" : null;
    host.outbox.post(new Notice(event, deployment.id(), LAUNCHED, reason));
  }
}
