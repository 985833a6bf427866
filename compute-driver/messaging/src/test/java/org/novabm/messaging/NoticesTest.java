package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.instance.Instance;
import org.novabm.journal.Notice;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.wire.Envelope;
import org.novabm.spi.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** From the outbox to the queues. */
class NoticesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant LATER = SampleInstance.LAUNCHED.plusSeconds(3600);

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

  private static BrokerSettings settings() {
    return BrokerSettings.of("rabbit://nova:x@127.0.0.1:" + broker.port() + "/nova", "test");
  }

  @ParameterizedTest
  @CsvSource({
    "create.start, building, spawning",
    "create.end, active, ''",
    "create.error, error, ''",
  })
  void hasEveryFieldOfTheRealOne(String event, String vmState, String taskState) throws Exception {
    JsonNode real = Samples.message("zed-notif-compute.instance." + event);

    JsonNode ours =
        published(SampleInstance.running(), event, SampleInstance.LAUNCHED, vmState, taskState);

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

  /** The words of a whole cloud, as its Nova sent them. */
  @ParameterizedTest
  @CsvSource({
    "delete.start, active, deleting",
    "delete.end, deleted, ''",
    "power_off.start, active, powering-off",
    "power_off.end, stopped, ''",
    "power_on.start, stopped, powering-on",
    "power_on.end, active, ''",
    "reboot.start, active, rebooting",
    "reboot.end, active, ''",
    "rebuild.start, active, rebuilding",
    "rebuild.end, active, ''",
  })
  void saysNovasWordsOfThatMoment(String event, String vmState, String taskState) throws Exception {
    JsonNode real = Samples.message("zed-notif-compute.instance." + event).get("payload");

    JsonNode ours =
        published(SampleInstance.running(), event, LATER, vmState, taskState).get("payload");

    assertThat(ours.get("state")).isEqualTo(real.get("state"));
    assertThat(ours.get("state_description")).isEqualTo(real.get("state_description"));
    assertThat(ours.propertyNames()).containsAll(real.propertyNames());
    assertThat(ours.get("launched_at").stringValue()).isEqualTo("2026-03-04T05:06:07.000000");
    for (String gone : List.of("terminated_at", "deleted_at")) {
      assertThat(ours.get(gone).stringValue().isEmpty())
          .as(gone)
          .isEqualTo(real.get(gone).stringValue().isEmpty());
    }
  }

  @Test
  void knowsWhenAnInstanceWasLaunchedAndEnded() throws Exception {
    JsonNode payload =
        published(SampleInstance.running().terminated(LATER), "delete.end", LATER, "deleted", "")
            .get("payload");

    assertThat(payload.get("launched_at").stringValue()).isEqualTo("2026-03-04T05:06:07.000000");
    assertThat(payload.get("terminated_at").stringValue()).isEqualTo("2026-03-04T06:06:07.000000");
    assertThat(payload.get("state").stringValue()).isEqualTo("deleted");
  }

  @Test
  void aNoticeOfAnEarlierSpawnHasNoDatesOfTheLaterOne() throws Exception {
    Instance later = SampleInstance.created(LATER).launched(LATER.plusSeconds(300));

    JsonNode payload =
        published(later, "delete.end", LATER.minusSeconds(60), "deleted", "").get("payload");

    assertThat(payload.get("created_at").stringValue()).isEmpty();
    assertThat(payload.get("launched_at").stringValue()).isEmpty();
    assertThat(payload.get("node").isNull()).isTrue();
    assertThat(payload.get("terminated_at").stringValue()).isEqualTo("2026-03-04T06:05:07.000000");
    assertThat(payload.get("state").stringValue()).isEqualTo("deleted");
  }

  @Test
  void aNoticeOfAnInstanceThatIsNotOnRecordHoldsUpNoOther() throws Exception {
    try (Host host = Host.started(settings(), QueueFlags.STANDARD);
        Peer peer = new Peer(settings())) {
      host.outbox.post(notice("power_on.end", LATER, "active", ""));
      host.wake();
      await().atMost(PATIENCE).until(() -> host.outbox.size() == 0);
      host.instances.put(SampleInstance.running());
      host.outbox.post(notice("power_off.end", LATER, "stopped", ""));
      host.wake();

      ObjectNode first = Envelope.open(peer.receive("notifications.info")).message();

      assertThat(first.get("event_type").stringValue()).isEqualTo("compute.instance.power_off.end");
    }
  }

  @Test
  void waitsForTheBroker() throws Exception {
    try (Host host = Host.on(settings(), QueueFlags.STANDARD, new TroubledJournal())) {
      host.instances.put(SampleInstance.running());
      for (int i = 0; i < 250; i++) {
        host.outbox.post(notice("power_off.end", LATER, "stopped", ""));
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

  private static JsonNode published(
      Instance instance, String event, Instant at, String vmState, String taskState)
      throws Exception {
    try (Host host = Host.started(settings(), QueueFlags.STANDARD);
        Peer peer = new Peer(settings())) {
      host.instances.put(instance);
      host.outbox.post(notice(event, at, vmState, taskState));
      host.wake();
      String queue = event.endsWith("error") ? "notifications.error" : "notifications.info";
      ObjectNode message = Envelope.open(peer.receive(queue)).message();
      await().atMost(PATIENCE).until(() -> host.outbox.size() == 0);
      return message;
    }
  }

  private static Notice notice(String event, Instant at, String vmState, String taskState) {
    @Nullable String reason = event.endsWith("error") ? "deploy timed out" : null;
    return new Notice(
        "compute.instance." + event, SampleInstance.UUID_OF_IT, at, vmState, taskState, reason);
  }
}
