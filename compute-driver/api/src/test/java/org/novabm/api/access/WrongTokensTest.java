package org.novabm.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongTokensTest {

  private final AtomicLong now = new AtomicLong();
  private final WrongTokens wrong = new WrongTokens(Duration.ofMillis(100), now::get);

  @Test
  void whoGoesOnWaitsLongerUpToABound() {
    assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(20));
    assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(40));
    assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(80));
    assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(100));
    for (int i = 0; i < 100; i++) {
      assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(100));
    }
    assertThat(wrong.next("b")).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void whoStopsIsForgotten() {
    wrong.next("a");
    wrong.next("a");
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(wrong.next("a")).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void thousandsOfCallersTakeBoundedMemory() {
    for (int i = 0; i < 10_000; i++) {
      wrong.next("caller " + i);
    }
    assertThat(wrong.remembered()).isEqualTo(WrongTokens.MOST_CALLERS);
  }
}
