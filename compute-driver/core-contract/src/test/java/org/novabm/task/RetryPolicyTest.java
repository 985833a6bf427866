package org.novabm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(9));

  @Test
  void theDelayDoublesUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(policy::delayAfter).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 9L, 9L);
    assertThat(policy.delayAfter(1000)).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void theLastAttemptIsTheLast() {
    assertThat(policy.isLast(4)).isFalse();
    assertThat(policy.isLast(5)).isTrue();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
