package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.driver.DriverAnswer;
import org.novabm.instance.Instance;
import org.novabm.journal.Notice;
import org.novabm.messaging.rpc.QueueFlags;
import tools.jackson.databind.node.ObjectNode;

/** The real Python library against our service, at a real RabbitMQ. */
@Tag("rabbitmq")
class OsloClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INSTANCE = "1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b";
  private static final String ARGS = "{\"instance\": {\"uuid\": \"" + INSTANCE + "\"}}";
  private static final QueueFlags DURABLE =
      new QueueFlags(true, false, false, null, Duration.ofMinutes(30));

  @TempDir static Path folder;
  private static PrivateRabbit rabbit;
  private static Oslo oslo;

  @BeforeAll
  static void start() throws Exception {
    rabbit = PrivateRabbit.start(folder);
    oslo = Oslo.at(rabbit.url() + "?amqp_durable_queues=true", folder);
  }

  @AfterAll
  static void stop() {
    if (rabbit != null) {
      rabbit.close();
    }
  }

  private static Host host() {
    return Host.started(rabbit.settings(), DURABLE);
  }

  @Test
  void pings() throws Exception {
    try (Host host = host()) {
      Oslo.Result answer =
          oslo.call("--namespace", "baseapi", "--version", "1.0", "ping", "{\"arg\": \"hello\"}");

      assertThat(answer.line().get("result").get("service").stringValue()).isEqualTo("compute");
      assertThat(answer.line().get("result").get("arg").stringValue()).isEqualTo("hello");
      assertThat(host.journal.size()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6.0|nosuch|{}|NoSuchMethod|Endpoint does not support RPC method nosuch",
        "6.2|stop_instance|{}|UnsupportedVersion|Endpoint does not support RPC version 6.2."
            + " Attempted method: stop_instance",
        "6.0|stop_instance|{\"bogus\": 1}|TypeError|unexpected keyword argument 'bogus'",
        "1.0|spawn|{\"instance_uuid\": \"x\", \"image\": \"i\", \"flavor\": {}}|ValueError|not a uuid",
      })
  void raisesTheRightError(String version, String method, String args, String type, String message)
      throws Exception {
    try (Host host = host()) {
      Oslo.Result answer = oslo.call("--version", version, method, args);

      assertThat(answer.status()).isEqualTo(1);
      assertThat(answer.line().get("type").stringValue()).startsWith(type);
      assertThat(answer.line().get("value").stringValue()).contains(message);
      assertThat(host.driver.asked).isEmpty();
    }
  }

  @Test
  void raisesNovasOwnError() throws Exception {
    try (Host host = host()) {
      host.driver.answer = DriverAnswer.UnknownInstance::new;

      Oslo.Result answer = oslo.call("--version", "6.0", "stop_instance", ARGS);

      assertThat(answer.line().get("type").stringValue()).startsWith("InstanceNotFound");
      assertThat(answer.line().get("value").stringValue()).contains(INSTANCE);
    }
  }

  @Test
  void stopsByCall() throws Exception {
    try (Host host = host()) {
      Oslo.Result answer = oslo.call("--version", "6.0", "stop_instance", ARGS);

      assertThat(answer.status()).isZero();
      assertThat(answer.line().get("result").isNull()).isTrue();
      assertThat(host.driver.asked).containsExactly("stop " + INSTANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zed-build_and_run_instance,spawn",
    "grizzly-run_instance,spawn",
    "zed-rebuild_instance,rebuild",
    "grizzly-rebuild_instance,rebuild",
    "zed-terminate_instance,destroy",
    "grizzly-terminate_instance,destroy",
    "zed-stop_instance,stop",
    "grizzly-stop_instance,stop",
    "zed-start_instance,start"
  })
  void obeysCapturedMessages(String sample, String deed) throws Exception {
    try (Host host = host()) {
      oslo.call("--cast", "--sample", Oslo.sample(sample));

      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      assertThat(host.driver.asked).containsExactly(deed + " " + INSTANCE);
    }
  }

  @Test
  void tellsWhatTheConsoleSaid() throws Exception {
    try (Host host = host()) {
      host.consoles.put(UUID.fromString(INSTANCE), "Linux\r\nlogin: \uFFFD");

      Oslo.Result answer = oslo.call("--sample", Oslo.sample("zed-get_console_output"));

      assertThat(answer.line().get("result").stringValue()).isEqualTo("Linux\r\nlogin: \uFFFD");
    }
  }

  @Test
  void refusesTheConsoleInNovasWords() throws Exception {
    try (Host host = host()) {
      Oslo.Result answer = oslo.call("--sample", Oslo.sample("zed-get_console_output"));

      assertThat(answer.line().get("type").stringValue()).startsWith("ConsoleNotAvailable");
      assertThat(host.driver.asked).isEmpty();
    }
  }

  @Test
  void keepsAWatchingCallerWaiting() throws Exception {
    try (Host host = host()) {
      host.driver.gate = new CountDownLatch(1);
      Oslo.Running call =
          oslo.begin(
              "rpc_call.py",
              List.of(
                  "--server",
                  Host.NAME,
                  "--version",
                  "6.0",
                  "--timeout",
                  "60",
                  "--call-monitor-timeout",
                  "2",
                  "stop_instance",
                  ARGS));
      await().atMost(PATIENCE).until(() -> host.journal.size() == 1);
      // twice the caller's patience; without a sign of life it would have given up
      await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
      assertThat(call.process().isAlive()).isTrue();
      host.driver.gate.countDown();

      assertThat(call.result().line().has("result")).isTrue();
    }
  }

  @Test
  void losesNothingWhenTheBrokerIsRestarted() throws Exception {
    try (Host host = host()) {
      oslo.call("--cast", "--sample", Oslo.sample("zed-stop_instance"));
      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 1);
      host.journal.setAway(true);
      oslo.call("--cast", "--sample", Oslo.sample("zed-start_instance"), "--repeat", "5");

      rabbit.kill();
      await().atMost(PATIENCE).until(() -> !host.connected());
      host.outbox.post(notice(host, "compute.instance.create.end", null));
      host.wake();
      rabbit.startServer();
      host.journal.setAway(false);
      host.awaitConnected();

      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 6);
      await().atMost(PATIENCE).until(() -> host.outbox.size() == 0);
      assertThat(oslo.listen(1).result().status()).isZero();
    }
  }

  @Test
  void listenersGetNotifications() throws Exception {
    try (Host host = host()) {
      host.outbox.post(notice(host, "compute.instance.create.start", null));
      host.outbox.post(notice(host, "compute.instance.create.error", "no node is free"));
      host.wake();

      Oslo.Result heard = oslo.listen(2).result();

      assertThat(heard.status()).isZero();
      ObjectNode start = event(heard, "compute.instance.create.start");
      ObjectNode error = event(heard, "compute.instance.create.error");
      assertThat(start.get("publisher_id").stringValue()).isEqualTo("compute." + Host.NAME);
      assertThat(start.get("payload").get("instance_id").stringValue()).isEqualTo(INSTANCE);
      assertThat(start.get("context").get("request_id").stringValue()).startsWith("req-");
      assertThat(error.get("payload").get("message").stringValue()).isEqualTo("no node is free");
      assertThat(host.outbox.size()).isZero();
    }
  }

  private static Notice notice(Host host, String event, @Nullable String reason) {
    Instant now = Instant.now();
    Instance instance = SampleInstance.created(now);
    host.instances.put(instance);
    return new Notice(event, instance.uuid(), now, instance.state().word(), "", reason);
  }

  private static ObjectNode event(Oslo.Result heard, String type) {
    return heard.lines().stream()
        .filter(line -> line.get("event_type").stringValue().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
