package org.novabm.app.supply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeastVersionTest {

  @Test
  void numbersAreComparedAsNumbers() {
    LeastVersion least = new LeastVersion("io.netty:*", "4.2.15", "a flaw");
    assertThat(least.isMetBy("4.2.15.Final")).isTrue();
    assertThat(least.isMetBy("4.10.0")).isTrue();
    assertThat(least.isMetBy("4.2.9.Final")).isFalse();
    assertThat(new LeastVersion("g:guava", "32.0.0", "a flaw").isMetBy("33.5.0-jre")).isTrue();
  }

  @Test
  void aStarIsEveryNameOfThatGroup() {
    LeastVersion least = new LeastVersion("io.netty:*", "4.2.15", "a flaw");
    assertThat(least.concerns("io.netty:netty-buffer")).isTrue();
    assertThat(least.concerns("io.netty.incubator:netty-x")).isFalse();
  }
}
