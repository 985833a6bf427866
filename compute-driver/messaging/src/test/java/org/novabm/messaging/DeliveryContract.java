package org.novabm.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.journal.JournalEntry;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RpcCaller;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.JournalText;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of each message, at any broker: nothing is lost, nothing done twice, nothing out of
 * order.
 */
interface DeliveryContract extends OnABroker {

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
      await().atMost(PATIENCE).until(() -> peer.ready(Host.TARGET) == 0);
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
    TroubledJournal journal = new TroubledJournal();
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
  default void whatNobodyCanReadGoesToTheDeadLettersWithItsReason() throws Exception {
    UUID instance = UUID.randomUUID();
    byte[] garbage = "{\"method\": ".getBytes(UTF_8);
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      // by the header the copy would go to somebody else's queue
      peer.send("application/json", garbage, Map.of("a", "b", "CC", List.of("compute.other")));
      peer.send(Messages.spawn(instance));

      GetResponse dead = peer.next(Host.DEAD_LETTERS);
      assertThat(dead.getBody()).isEqualTo(garbage);
      assertThat(dead.getProps().getHeaders().toString())
          .contains(
              "x-novabm-reason=it cannot be read: not JSON",
              "x-novabm-queue=" + Host.TARGET,
              "x-novabm-exchange=nova",
              "x-novabm-routing-key=" + Host.TARGET,
              "x-novabm-size=" + garbage.length,
              "a=b")
          .doesNotContain("compute.other");
      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      await().atMost(PATIENCE).until(() -> host.deadLetters() == 1);
      await().atMost(PATIENCE).until(() -> peer.ready(Host.TARGET) == 0);
    }
  }

  @Test
  default void aMessageThatMakesUsFailTwiceStopsNobody() throws Exception {
    UUID instance = UUID.randomUUID();
    ObjectNode poison = Messages.spawn(UUID.randomUUID());
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      host.journal.setPoison(poison.get("_unique_id").stringValue());
      peer.send(poison);
      peer.send(Messages.spawn(instance));

      GetResponse dead = peer.next(Host.DEAD_LETTERS);
      assertThat(Envelope.open(dead.getBody()).message()).isEqualTo(poison);
      assertThat(dead.getProps().getHeaders().get("x-novabm-reason"))
          .hasToString("it made this service fail twice (StackOverflowError)");
      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      assertThat(host.driver.asked).containsExactly("spawn " + instance);
      assertThat(host.connected()).isTrue();
    }
  }

  @Test
  default void aDeadLetterThatIsPutBackIsHandled() throws Exception {
    ObjectNode poison = Messages.spawn(UUID.randomUUID());
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      host.journal.setPoison(poison.get("_unique_id").stringValue());
      peer.send(poison);
      GetResponse dead = peer.next(Host.DEAD_LETTERS);
      host.journal.setPoison("");

      peer.send(dead.getProps(), dead.getBody());

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 1);
    }
  }

  @Test
  default void manyMessagesOfNearlyTheLargestSizeAreHandledOneAfterTheOther() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      for (int i = 0; i < 20; i++) {
        ObjectNode spawn = Messages.spawn(UUID.randomUUID());
        for (int part = 0; part < 2; part++) {
          spawn.put("_context_" + part, "x".repeat(240_000));
        }
        peer.send(spawn);
      }

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 20);
      assertThat(host.deadLetters()).isZero();
    }
  }
}
