package org.novabm.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.wire.Json;
import org.novabm.spi.Secret;
import tools.jackson.databind.node.ObjectNode;

/** Thousands of messages that nearly are what they should be, or not at all. */
class FuzzedMessagesTest {

  private static final int MESSAGES = 1_500;
  private static final List<String> PIECES =
      List.of(
          "",
          "null",
          "true",
          "-1",
          "1e308",
          "NaN",
          "\"\"",
          "[]",
          "{}",
          "[[[[]]]]",
          "\"\\u0000\"",
          "\"%s%n\"",
          "\"../../etc\"",
          "{\"nova_object.data\":{}}",
          "[",
          "}",
          "\\",
          "\u65e5");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {5, 9})
  void anHonestMessageIsHandledAfterwards(long seed) throws Exception {
    Random random = new Random(seed);
    EmbeddedBroker broker =
        EmbeddedBroker.start(0, "nova", Secret.of("x"), InboundLimits.USUAL, folder);
    BrokerSettings settings =
        BrokerSettings.of("rabbit://nova:x@127.0.0.1:" + broker.port() + "/", "test");
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(settings, QueueFlags.STANDARD);
        Peer peer = new Peer(settings)) {
      int threads = Thread.activeCount();
      for (int i = 0; i < MESSAGES; i++) {
        peer.send(properties(random), body(random));
      }
      peer.send(Messages.spawn(instance));

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> host.driver.asked.contains("spawn " + instance));
      await().atMost(Duration.ofSeconds(60)).until(() -> peer.ready(Host.TARGET) == 0);
      assertThat(host.connected()).isTrue();
      assertThat(host.deadLetters()).isPositive();
      assertThat(Thread.activeCount()).isLessThan(threads + 20);
    } finally {
      broker.close();
    }
  }

  @Test
  void theSameSeedMakesTheSameMessages() {
    assertThat(body(new Random(5))).isEqualTo(body(new Random(5)));
  }

  private static byte[] body(Random random) {
    UUID some = new UUID(random.nextLong(), random.nextLong());
    ObjectNode message =
        random.nextBoolean() ? Messages.spawn(some) : Messages.nova("stop_instance", some);
    message.put("_unique_id", Long.toHexString(random.nextLong()));
    String inner = damaged(Json.text(message), random);
    return switch (random.nextInt(10)) {
      case 0 -> "[".repeat(random.nextInt(50_000)).getBytes(UTF_8);
      case 1 -> noise(random);
      case 2, 3 -> inner.getBytes(UTF_8);
      default ->
          Json.text(
                  Json.object()
                      .put("oslo.version", random.nextInt(10) == 0 ? "3.0" : "2.0")
                      .put("oslo.message", inner))
              .getBytes(UTF_8);
    };
  }

  /** Some values replaced, some signs lost. */
  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), at + random.nextInt(6));
      damaged.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return damaged.toString();
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static AMQP.BasicProperties properties(Random random) {
    Map<String, Object> headers = new HashMap<>();
    List<Object> deep = new ArrayList<>();
    for (int i = random.nextInt(200); i > 0; i--) {
      deep = new ArrayList<>(List.of(deep));
    }
    switch (random.nextInt(6)) {
      case 0 -> headers.put("a", "b".repeat(random.nextInt(5_000)));
      case 1 -> headers.put("x-death", List.of(Map.of("count", 1L)));
      case 2 -> headers.put("deep", deep);
      default -> {}
    }
    return new AMQP.BasicProperties.Builder()
        .contentType(random.nextInt(20) == 0 ? "text/plain" : "application/json")
        .contentEncoding(random.nextBoolean() ? "utf-8" : "gzip")
        .priority(random.nextInt(256) % 10)
        .headers(headers)
        .build();
  }
}
