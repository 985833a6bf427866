package org.novabm.messaging.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arguments that oslo.messaging of Zed declares for the same settings. */
class QueueFlagsTest {

  private static final Duration TTL = Duration.ofSeconds(90);

  @Test
  void plainQueuesHaveNone() {
    QueueFlags flags = new QueueFlags(true, true, false, null, TTL);
    assertThat(flags.queueArguments()).isEmpty();
    assertThat(flags.transientArguments()).isEqualTo(Map.of("x-expires", 90_000));
    assertThat(flags.durably()).isTrue();
  }

  @Test
  void mirroredOnesAreAllMirrored() {
    QueueFlags flags = new QueueFlags(false, false, true, null, TTL);
    assertThat(flags.queueArguments()).isEqualTo(Map.of("x-ha-policy", "all"));
    assertThat(flags.transientArguments())
        .isEqualTo(Map.of("x-ha-policy", "all", "x-expires", 90_000));
    assertThat(flags.durably()).isFalse();
  }

  @Test
  void quorumQueuesHaveTheirBoundsAndTransientQueuesStayAsTheyAre() {
    QueueFlags plain = new QueueFlags(false, false, false, QueueFlags.Quorum.UNBOUNDED, TTL);
    assertThat(plain.queueArguments()).isEqualTo(Map.of("x-queue-type", "quorum"));
    assertThat(plain.durably()).isTrue();
    QueueFlags bounded =
        new QueueFlags(false, false, false, new QueueFlags.Quorum(5, 100, 1 << 20), TTL);
    assertThat(bounded.queueArguments())
        .isEqualTo(
            Map.of(
                "x-queue-type",
                "quorum",
                "x-delivery-limit",
                5,
                "x-max-in-memory-length",
                100,
                "x-max-in-memory-bytes",
                1 << 20));
    assertThat(bounded.transientArguments()).isEqualTo(Map.of("x-expires", 90_000));
  }
}
