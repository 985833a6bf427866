package org.novabm.spi.contract.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.SerialLine;

/** The promises of {@link ConsoleAccess}, on a machine that is on and says what is typed. */
public interface ConsoleAccessContract extends PoweredMachine {

  @Test
  default void whatIsTypedIsReadAndTheLineOutlivesItsManager() {
    try (SerialLine line = goTo(Claim.IF_FREE)) {
      byte[] typed = "who am i".getBytes(StandardCharsets.US_ASCII);
      assertThat(line.write(typed)).isEqualTo(typed.length);
      assertThat(read(line, typed.length)).isEqualTo("who am i");
    }
  }

  @Test
  default void aSilentLineIsNoError() {
    try (SerialLine line = goTo(Claim.IF_FREE)) {
      assertThat(line.read(Duration.ofMillis(200))).isEmpty();
    }
  }

  @Test
  default void oneIsAtTheLineAndMayBeEnded() {
    try (SerialLine first = goTo(Claim.IF_FREE)) {
      assertThatThrownBy(() -> goTo(Claim.IF_FREE)).isInstanceOf(BackendException.Refused.class);
      try (SerialLine second = goTo(Claim.TAKE_OVER)) {
        assertThatThrownBy(() -> read(first, 1)).isInstanceOf(BackendException.class);
        second.write(new byte[] {'x'});
        assertThat(read(second, 1)).isEqualTo("x");
      }
    }
  }

  @Test
  default void leavingTwiceIsNoErrorAndFreesTheLine() {
    SerialLine line = goTo(Claim.IF_FREE);
    line.close();
    line.close();
    goTo(Claim.IF_FREE).close();
  }

  private SerialLine goTo(Claim claim) {
    try (PowerManager manager = open()) {
      return ((ConsoleAccess) manager).openConsole(claim, patience());
    }
  }

  private String read(SerialLine line, int size) {
    StringBuilder seen = new StringBuilder();
    long end = System.nanoTime() + patience().toNanos();
    while (seen.length() < size && System.nanoTime() < end) {
      seen.append(new String(line.read(Duration.ofMillis(200)), StandardCharsets.US_ASCII));
    }
    return seen.toString();
  }
}
