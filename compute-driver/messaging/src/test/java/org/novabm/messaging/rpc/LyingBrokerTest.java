package org.novabm.messaging.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.frames.Inbound;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;

/** A broker whose frames are wrong on the wire, from its first on. */
class LyingBrokerTest implements LyingPeerContract {

  @TempDir static Path folder;
  private static BrokerProcess broker;

  @BeforeAll
  static void start() throws IOException {
    broker = BrokerProcess.start("nova", "x", folder);
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  @Override
  public LyingPeer peer() throws IOException {
    return LyingWire.from(broker.port());
  }

  /** Holds a link for a moment, on which a queue is consumed. */
  @Override
  public void ask(int port, Duration within) throws IOException {
    BrokerSettings settings =
        BrokerSettings.of("rabbit://nova:x@127.0.0.1:%d/".formatted(port), "test")
            .with(new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
    Inbound inbound = new Inbound(InboundLimits.answers());
    Connector connector =
        new Connector(
            settings, inbound, within.compareTo(within()) > 0 ? within : within.dividedBy(3));
    BrokerLink link =
        new BrokerLink(settings, connector, "tests", List.of(new Queue()), Duration.ofMillis(50));
    link.start();
    try {
      String trouble = settled(link, within);
      if (trouble != null) {
        throw new IOException(trouble);
      }
    } finally {
      link.close();
    }
  }

  /** What it says when it is up, has failed, or the time is over. */
  private static @Nullable String settled(BrokerLink link, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    await()
        .atMost(within.plusSeconds(5))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !isNew(link.trouble()) || System.nanoTime() > end);
    return link.trouble();
  }

  private static boolean isNew(@Nullable String trouble) {
    return trouble != null
        && (trouble.endsWith("not yet connected") || trouble.endsWith("what was on record"));
  }

  @Override
  public void assertTold(Throwable failure, int port) {
    assertThat(failure).hasMessageStartingWith("tests: 127.0.0.1:" + port + ": ");
  }

  @Override
  public int answers() {
    return 9;
  }

  /** What a service does on its connection. */
  private static final class Queue implements Attachment {

    @Override
    public void attach(Connection connection) throws IOException {
      Channel channel = connection.createChannel();
      channel.queueDeclare("lied-about", false, false, true, Map.of());
      channel.basicConsume("lied-about", true, new DefaultConsumer(channel));
    }

    @Override
    public void detach() {}
  }
}
