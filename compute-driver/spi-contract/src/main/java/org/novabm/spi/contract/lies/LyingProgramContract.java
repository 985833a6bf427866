package org.novabm.spi.contract.lies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.BackendException;

/**
 * What every client does that asks by a program of others which prints nonsense, or does not end: a
 * failure in time with the device's name, and nothing left behind.
 */
@DisplayName("a program that lies")
public interface LyingProgramContract {

  Duration PATIENCE = Duration.ofSeconds(20);
  Duration WITHIN = Duration.ofMillis(200);

  /** The program that the client is to call. */
  LyingProgram program();

  /** Asks whatever can be asked, and throws what the client throws. */
  void ask(Duration within) throws Exception;

  /** What the messages call the device. */
  String device();

  @ParameterizedTest
  @EnumSource(Lie.class)
  default void leavesNothingBehindAndTheDeviceIsNamed(Lie lie) throws Exception {
    program().beHonest();
    ask(PATIENCE);
    Leftovers leftovers = Leftovers.sinceNow();
    for (int seed = 1; seed <= 5; seed++) {
      program().tell(lie, seed);
      fail("%s, seed %d".formatted(lie, seed));
    }
    // before a child that was left behind would end by itself
    leftovers.assertNone(Duration.ofMillis(1200));
    program().beHonest();
    ask(PATIENCE);
  }

  private void fail(String what) throws Exception {
    long start = System.nanoTime();
    try {
      ask(WITHIN);
    } catch (BackendException failure) {
      assertThat(failure.endpoint()).as(what).isEqualTo(device());
      assertThat(failure).as(what).hasMessageStartingWith(device() + ": ");
      assertThat(failure.getMessage()).as(what).hasSizeLessThan(1000);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(what)
        .isLessThan(Duration.ofSeconds(5));
  }
}
