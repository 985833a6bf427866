package org.novabm.spi.contract.lies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.BackendException;

/**
 * What every client does whose peer lies: it fails in time with the peer's name, leaves nothing
 * behind, and is served when the peer is honest again. A test class implements this interface and
 * inherits the test.
 */
@DisplayName("a peer that lies")
public interface LyingPeerContract {

  Duration PATIENCE = Duration.ofSeconds(20);

  /** In front of an honest server; open for as long as the test runs. */
  LyingPeer peer() throws Exception;

  /**
   * Opens a client of 127.0.0.1 at that port, asks whatever it can ask, and closes it. Throws what
   * the client throws. An answer that is believed is none of this contract's business.
   *
   * @param within for all that is asked
   */
  void ask(int port, Duration within) throws Exception;

  /** Answers that a peer gives while it is asked; it begins to lie at any of them. */
  int answers();

  /** How many times it is asked, for each lie. */
  default int cases() {
    return 6;
  }

  /** What is passed over, see {@link Leftovers#sinceNow(String)}; empty for nothing. */
  default String pool() {
    return "";
  }

  /** How long a client may wait for a peer that lies. */
  default Duration within() {
    return Duration.ofMillis(200);
  }

  /** The longest that one case takes, the client's own deadlines and a busy host's pauses. */
  default Duration longest() {
    return Duration.ofSeconds(5);
  }

  /** What a client may throw, and that it says of whom. */
  default void assertTold(Throwable failure, int port) {
    assertThat(failure)
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining("" + port);
  }

  @ParameterizedTest
  @EnumSource(Lie.class)
  default void leavesNothingBehindAndIsNamed(Lie lie) throws Exception {
    try (LyingPeer peer = peer()) {
      for (int i = 0; i < 2; i++) {
        ask(peer.port(), PATIENCE);
      }
      await().until(() -> peer.open() == 0);
      Leftovers leftovers = Leftovers.sinceNow(pool());
      for (int seed = 1; seed <= cases(); seed++) {
        peer.tell(lie, seed, new Random(seed).nextInt(answers()));
        fail(peer.port(), "%s, seed %d".formatted(lie, seed));
      }
      peer.beHonest();
      await().until(() -> peer.open() == 0);
      ask(peer.port(), PATIENCE);
      await().until(() -> peer.open() == 0);
      leftovers.assertNone();
    }
  }

  private void fail(int port, String what) {
    long start = System.nanoTime();
    try {
      ask(port, within());
    } catch (Exception failure) {
      assertTold(failure, port);
      assertThat(failure.getMessage()).as(what).hasSizeLessThan(2000);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(longest());
  }
}
