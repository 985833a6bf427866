package org.novabm.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {

  private final ByteBudget budget = new ByteBudget("answers", 100);

  @Test
  void whatIsTakenComesBackOnce() {
    ByteBudget.Share share = budget.share("bmc1");
    share.take(60, soon());
    share.take(30, soon());
    assertThat(budget.left()).isEqualTo(10);
    share.close();
    share.close();
    assertThat(budget.left()).isEqualTo(100);
  }

  @Test
  void onePeerCannotAskForMoreThanThereIs() {
    try (ByteBudget.Share share = budget.share("bmc1")) {
      share.take(60, soon());
      assertThatExceptionOfType(BackendException.ProtocolViolation.class)
          .isThrownBy(() -> share.take(41, soon()))
          .withMessageContaining("bmc1");
    }
    assertThat(budget.left()).isEqualTo(100);
  }

  @Test
  void othersWaitWithinTheirDeadline() {
    ByteBudget.Share greedy = budget.share("bmc1");
    ByteBudget.Share late = budget.share("bmc2");
    greedy.take(90, soon());
    assertThatExceptionOfType(BackendException.Unreachable.class)
        .isThrownBy(() -> late.take(20, Deadline.in(Duration.ofMillis(20))))
        .withMessageContaining("bmc2");
    greedy.close();
    late.take(20, soon());
    assertThat(budget.left()).isEqualTo(80);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10));
  }
}
