package org.novabm.rack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final Waiting waiting = new Waiting(Narrator.SILENT);

  @Test
  void asksUntilItIsSo() {
    AtomicInteger asked = new AtomicInteger();
    waiting.until("the third time", Duration.ofMinutes(1), () -> asked.incrementAndGet() == 3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void givesUpAndSaysOnWhat() {
    assertThatThrownBy(() -> waiting.until("rain", Duration.ZERO, () -> false))
        .isInstanceOf(RackException.TimedOut.class)
        .hasMessage("waited in vain for rain (0 s)");
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiting.until("rain", Duration.ofMinutes(1), () -> false))
        .hasMessage("interrupted while waiting for rain");
    assertThat(Thread.interrupted()).isTrue();
  }
}
