package org.novabm.netswitch.openflow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RareLinesTest {

  private long now;

  @Test
  void aFloodIsAFewLinesAndANumber() {
    RareLines lines = new RareLines(LoggerFactory.getLogger(RareLinesTest.class), () -> now);
    long told = 0;
    for (int i = 0; i < 3000; i++) {
      told += lines.turn() < 0 ? 0 : 1;
    }
    assertThat(told).isEqualTo(20);
    now += 5_000_000_000L;
    assertThat(lines.turn()).as("left out before it").isEqualTo(2980);
    assertThat(lines.turn()).as("one in five seconds").isNegative();
    now += 3_600_000_000_000L;
    for (int i = 0; i < 20; i++) {
      assertThat(lines.turn()).isNotNegative();
    }
    assertThat(lines.turn()).as("an hour of silence is no credit for more").isNegative();
  }
}
