package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineQuotaTest {

  private final List<String> log = new ArrayList<>();
  private long now = Long.MAX_VALUE - 1;
  private final LineQuota quota = new LineQuota("odd packets", 2, log::add, () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void aFloodIsAFewLinesAndOneAboutTheRest() {
    for (int i = 0; i < 1000; i++) {
      quota.say("line " + i);
    }
    assertThat(log).containsExactly("line 0", "line 1");
    pass(Duration.ofMinutes(1));
    quota.say("later");
    assertThat(log.subList(2, log.size()))
        .containsExactly("998 more lines about odd packets were left out in a minute", "later");
  }

  @Test
  void theEndOfAFloodIsToldOfWithoutAnotherLine() {
    for (int i = 0; i < 5; i++) {
      quota.say("line");
    }
    quota.tell();
    assertThat(log).hasSize(2);
    pass(Duration.ofMinutes(1));
    quota.tell();
    quota.tell();
    assertThat(log)
        .hasSize(3)
        .last()
        .isEqualTo("3 more lines about odd packets were left out in a minute");
  }

  @Test
  void aFewLinesAMinuteAreAllSaid() {
    for (int i = 0; i < 10; i++) {
      quota.say("line");
      pass(Duration.ofSeconds(30));
    }
    assertThat(log).hasSize(10).containsOnly("line");
  }
}
