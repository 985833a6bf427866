package org.novabm.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.journal.JournalEntry;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RemoteFailureException;
import org.novabm.messaging.rpc.RpcCaller;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.JournalText;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a compute service does at any broker. Each test has a service of its own; the broker is
 * shared.
 */
interface ServiceContract {

  Duration PATIENCE = Duration.ofSeconds(30);

  BrokerSettings broker();

  /** The broker is shared. */
  @BeforeEach
  default void emptyTheQueues() throws Exception {
    Host.started(broker(), QueueFlags.STANDARD).close();
    try (Peer peer = new Peer(broker())) {
      peer.purge(Host.TARGET);
      peer.purge("notifications.error");
      peer.purge("notifications.info");
    }
  }

  @Test
  default void answersPing() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      ObjectNode arg = Json.object().put("arg", "hello");
      OutgoingCall ping = new OutgoingCall("ping", arg, "1.0", "baseapi", Json.object());

      JsonNode answer = caller.call(Host.TARGET, ping, PATIENCE);

      assertThat(answer).isEqualTo(Json.object().put("service", "compute").put("arg", "hello"));
      assertThat(host.journal.size()).isZero();
    }
  }

  @Test
  default void spawnsAndDestroysByCall() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      ObjectNode accepted =
          Json.object()
              .put("deployment", RecordingDriver.DEPLOYMENT.toString())
              .put("state", "accepted");

      OutgoingCall spawn = OutgoingCall.brief("spawn", Messages.spawnArgs(instance));
      assertThat(caller.call(Host.TARGET, spawn, PATIENCE)).isEqualTo(accepted);
      ObjectNode which = Json.object().put("instance_uuid", instance.toString());
      OutgoingCall destroy = OutgoingCall.brief("destroy", which);
      assertThat(caller.call(Host.TARGET, destroy, PATIENCE)).isEqualTo(accepted);

      assertThat(host.driver.asked).containsExactly("spawn " + instance, "destroy " + instance);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.journal.open()).isEmpty());
      assertThat(host.journal.size()).isEqualTo(2);
    }
  }

  @Test
  default void tellsCallersOfUnknownInstancesInNovasWords() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      host.driver.answer = DriverAnswer.UnknownInstance::new;
      ObjectNode args = (ObjectNode) Messages.nova("stop_instance", UUID.randomUUID()).get("args");

      assertThatThrownBy(
              () ->
                  caller.call(
                      Host.TARGET,
                      new OutgoingCall("stop_instance", args, "6.0", null, Json.object()),
                      PATIENCE))
          .isInstanceOfSatisfying(
              RemoteFailureException.class,
              e -> {
                assertThat(e.failure().type()).isEqualTo("InstanceNotFound");
                assertThat(e.failure().module()).isEqualTo("nova.exception");
              });
      OutgoingCall terminate =
          new OutgoingCall("terminate_instance", args, "6.0", null, Json.object());
      assertThat(caller.call(Host.TARGET, terminate, PATIENCE).isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nosuch|6.0||NoSuchMethod|Endpoint does not support RPC method nosuch",
        "stop_instance|6.2||UnsupportedVersion|Endpoint does not support RPC version 6.2. Attempted"
            + " method: stop_instance",
        "stop_instance|6.0|nope|UnsupportedVersion|Endpoint does not support RPC version 6.0."
            + " Attempted method: stop_instance",
        "run_instance|6.0||NoSuchMethod|Endpoint does not support RPC method run_instance",
        "stop_instance|2.47||TypeError|stop_instance() got an unexpected keyword argument 'bogus'",
      })
  default void refusesInTheLibrarysWords(
      String method, String version, String namespace, String type, String message)
      throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      OutgoingCall call =
          new OutgoingCall(
              method, Json.object().put("bogus", 1), version, namespace, Json.object());

      assertThatThrownBy(() -> caller.call(Host.TARGET, call, PATIENCE))
          .isInstanceOfSatisfying(
              RemoteFailureException.class,
              e -> {
                assertThat(e.failure().type()).isEqualTo(type);
                assertThat(e.failure().message()).isEqualTo(message);
              });
      assertThat(host.driver.asked).isEmpty();
    }
  }

  @Test
  default void tellsWhenNobodyListens() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      OutgoingCall spawn = OutgoingCall.brief("spawn", Messages.spawnArgs(UUID.randomUUID()));

      assertThatThrownBy(() -> caller.cast("compute.elsewhere", spawn))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no service listens as compute.elsewhere");
      assertThat(host.connected()).isTrue();
    }
  }

  @Test
  default void dropsDuplicates() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      ObjectNode spawn = Messages.spawn(instance);
      peer.send(spawn);
      peer.send(spawn);
      peer.send(Messages.nova("stop_instance", instance));

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() >= 2);
      assertThat(host.driver.asked).containsExactly("spawn " + instance, "stop " + instance);
    }
  }

  @Test
  default void survivesWhatIsNoMessage() throws Exception {
    UUID instance = UUID.randomUUID();
    byte[] good = new Envelope(Messages.spawn(instance), true).seal();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      peer.send("text/plain", good);
      peer.send("application/json", "not json".getBytes(UTF_8));
      peer.send("application/json", "[]".getBytes(UTF_8));
      peer.send("application/json", "{}".getBytes(UTF_8));
      peer.send("application/json", new byte[0]);
      peer.send("application/json", "{\"a\":".repeat(50_000).getBytes(UTF_8));
      peer.send(
          "application/json",
          "{\"oslo.version\": \"2.1\", \"oslo.message\": \"{}\"}".getBytes(UTF_8));
      peer.send("application/json", good);

      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      assertThat(host.driver.asked).containsExactly("spawn " + instance);
      assertThat(peer.ready(Host.TARGET)).isZero();
      assertThat(host.connected()).isTrue();
    }
  }

  @Test
  default void keepsTheOrderOfEachInstance() throws Exception {
    List<UUID> instances = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      for (int i = 0; i < 40; i++) {
        for (UUID instance : instances) {
          peer.send(Messages.nova(i % 2 == 0 ? "stop_instance" : "start_instance", instance));
        }
      }

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 120);
      for (UUID instance : instances) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          expected.add((i % 2 == 0 ? "stop " : "start ") + instance);
        }
        assertThat(host.driver.asked)
            .filteredOn(entry -> entry.endsWith(instance.toString()))
            .containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  default void losesNothingWhileTheDatabaseIsAway() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker());
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      host.journal.setAway(true);
      peer.send(Messages.spawn(instance));
      OutgoingCall ping = OutgoingCall.brief("ping", Json.object());
      // it goes on answering what needs no database, so the spawn before it has been seen
      caller.call(Host.TARGET, ping, PATIENCE);
      assertThat(host.driver.asked).isEmpty();

      host.journal.setAway(false);

      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      assertThat(host.driver.asked).containsExactly("spawn " + instance);
    }
  }

  @Test
  default void givesUnrecordedMessagesBackWhenItStops() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker());
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      host.journal.setAway(true);
      peer.send(Messages.spawn(instance));
      caller.call(Host.TARGET, OutgoingCall.brief("ping", Json.object()), PATIENCE);
    }
    try (Host next = Host.started(broker(), QueueFlags.STANDARD)) {
      await().atMost(PATIENCE).until(() -> !next.driver.asked.isEmpty());
      assertThat(next.driver.asked).containsExactly("spawn " + instance);
    }
  }

  @Test
  default void handlesWhatIsOnRecordBeforeWhatComes() throws Exception {
    UUID instance = UUID.randomUUID();
    MemoryJournal journal = new MemoryJournal();
    ObjectNode left = Messages.spawn(instance);
    String id = left.get("_unique_id").stringValue();
    String text = JournalText.of(Samples.request(left));
    journal.append(new JournalEntry(id, "spawn", text, Instant.now().minusSeconds(60)));
    // declares the queue in which the second message waits
    Host.started(broker(), QueueFlags.STANDARD).close();
    try (Peer peer = new Peer(broker());
        Host host = Host.on(broker(), QueueFlags.STANDARD, journal)) {
      peer.send(Messages.nova("terminate_instance", instance));
      host.start();

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 2);
      assertThat(host.driver.asked).containsExactly("spawn " + instance, "destroy " + instance);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(journal.open()).isEmpty());
    }
  }

  @Test
  default void triesACastAgainThatFailsForAPassingReason() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      host.driver.failures.set(3);
      peer.send(Messages.spawn(instance));
      peer.send(Messages.nova("terminate_instance", instance));

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 2);
      assertThat(host.driver.asked).containsExactly("spawn " + instance, "destroy " + instance);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.journal.open()).isEmpty());
    }
  }

  @Test
  default void keepsACastOnRecordThatFailsTooOften() throws Exception {
    ObjectNode spawn = Messages.spawn(UUID.randomUUID());
    UUID other = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      host.driver.failures.set(5);
      peer.send(spawn);
      await().atMost(PATIENCE).until(() -> host.driver.failures.get() == 0);
      peer.send(Messages.spawn(other));
      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());

      assertThat(host.driver.asked).containsExactly("spawn " + other);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(host.journal.open())
                      .containsExactly(spawn.get("_unique_id").stringValue()));
    }
  }

  @Test
  default void answersGrizzlyBareAndInTwoMessages() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      String id = UUID.randomUUID().toString().replace("-", "");
      peer.declareReplyQueue(id);
      ObjectNode call = Messages.spawn(UUID.randomUUID()).put("_msg_id", id);
      peer.send("application/json", new Envelope(call, false).seal());

      ObjectNode result = Json.object(peer.receive(id));
      ObjectNode end = Json.object(peer.receive(id));

      assertThat(result.get("result").get("state").stringValue()).isEqualTo("accepted");
      assertThat(result.get("ending").booleanValue()).isFalse();
      assertThat(end.get("ending").booleanValue()).isTrue();
      assertThat(end.get("result").isNull()).isTrue();
      assertThat(end.get("_msg_id").stringValue()).isEqualTo(id);
      assertThat(host.driver.spawned).hasSize(1);
    }
  }

  @Test
  default void showsSignsOfLifeToWhoWatches() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      host.driver.gate = new CountDownLatch(1);
      String queue = "reply_" + UUID.randomUUID();
      peer.declareReplyQueue(queue);
      ObjectNode call = Messages.spawn(UUID.randomUUID());
      peer.send(call.put("_msg_id", "m1").put("_reply_q", queue).put("_timeout", 2));

      ObjectNode sign = Envelope.open(peer.receive(queue)).message();
      host.driver.gate.countDown();
      ObjectNode last = Envelope.open(peer.receive(queue)).message();
      while (!last.get("ending").booleanValue()) {
        last = Envelope.open(peer.receive(queue)).message();
      }

      assertThat(sign.remove(Set.of("_unique_id")))
          .isEqualTo(
              Json.object()
                  .putNull("result")
                  .putNull("failure")
                  .put("ending", false)
                  .put("_msg_id", "m1"));
      assertThat(last.get("result").get("state").stringValue()).isEqualTo("accepted");
    }
  }

  @Test
  default void notifiesOfASpawnItCannotRead() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      ObjectNode spawn = Messages.spawn(instance);
      spawn.withObject("/args/flavor").put("memory_mb", -1);
      peer.send(spawn);

      ObjectNode told = Envelope.open(peer.receive("notifications.error")).message();

      assertThat(told.get("event_type").stringValue()).isEqualTo("compute.instance.create.error");
      assertThat(told.get("payload").get("instance_id").stringValue())
          .isEqualTo(instance.toString());
      assertThat(told.get("payload").get("message").stringValue())
          .isEqualTo("flavor.memory_mb: is negative");
      assertThat(host.driver.asked).isEmpty();
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.journal.open()).isEmpty());
    }
  }

  @Test
  default void tellsTheCallerOfASpawnItCannotRead() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      ObjectNode args = Messages.spawnArgs(UUID.randomUUID()).put("node", "rack 7");

      assertThatThrownBy(
              () -> caller.call(Host.TARGET, OutgoingCall.brief("spawn", args), PATIENCE))
          .isInstanceOfSatisfying(
              RemoteFailureException.class,
              e ->
                  assertThat(e.failure())
                      .isEqualTo(Failure.valueError("node: 'rack 7' is no uuid")));
      assertThat(host.driver.asked).isEmpty();
    }
  }

  @Test
  default void declaresAgainWhatSomebodyDeletes() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      peer.deleteQueue(Host.TARGET);

      // until it is there again, messages to it are lost
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                peer.send(Messages.spawn(UUID.randomUUID()));
                return !host.driver.asked.isEmpty();
              });
    }
  }
}
