package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RemoteFailureException;
import org.novabm.messaging.rpc.RpcCaller;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What callers hear of a compute service, at any broker. */
interface CallContract extends OnABroker {

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
          Json.object().put("task", RecordingDriver.TASK.toString()).put("state", "accepted");

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
  default void notifiesOfARebuildItCannotDo() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      ObjectNode rebuild = Samples.message("zed-rebuild_instance");
      rebuild.withObject("/args").put("recreate", true);
      peer.send(rebuild);

      ObjectNode told = Envelope.open(peer.receive("notifications.error")).message();

      assertThat(told.get("event_type").stringValue()).isEqualTo("compute.instance.rebuild.error");
      assertThat(told.get("payload").get("state").stringValue()).isEmpty();
      assertThat(told.get("payload").get("message").stringValue()).startsWith("recreate: ");
      assertThat(host.driver.asked).isEmpty();
    }
  }

  @Test
  default void rebuildsByCall() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker(), "nova")) {
      host.instances.put(SampleInstance.running());
      ObjectNode args =
          Json.object()
              .put("instance_uuid", SampleInstance.UUID_OF_IT.toString())
              .put("image", "debian-13.raw");

      JsonNode answer = caller.call(Host.TARGET, OutgoingCall.brief("rebuild", args), PATIENCE);

      assertThat(answer.get("state").stringValue()).isEqualTo("accepted");
      assertThat(host.driver.rebuilt.getFirst().image().reference()).isEqualTo("debian-13.raw");
      args.put("instance_uuid", UUID.randomUUID().toString());
      assertThatThrownBy(
              () -> caller.call(Host.TARGET, OutgoingCall.brief("rebuild", args), PATIENCE))
          .isInstanceOfSatisfying(
              RemoteFailureException.class,
              e -> assertThat(e.failure().type()).isEqualTo("InstanceNotFound"));
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
                      .isEqualTo(Failure.valueError("node: 'rack 7' is not a uuid")));
      assertThat(host.driver.asked).isEmpty();
    }
  }
}
