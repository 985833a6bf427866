package org.novabm.netswitch.openflow.wire;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFVersion;

class QuestionTest {

  private final ByteBudget budget = new ByteBudget("answers", 100);
  private final OFMessage part =
      OFFactories.getFactory(OFVersion.OF_13).buildBarrierReply().setXid(1).build();

  @Test
  @Timeout(20)
  void whoHasAllTheRoomHoldsNobodysReaderForTheWholeDeadline() {
    List<OFMessage> used = new ArrayList<>();
    try (ByteBudget.Share slow = budget.share("a slow asker");
        ByteBudget.Share share = budget.share("the switch")) {
      slow.take(100, Deadline.in(Duration.ZERO));
      Question question = new Question(used::add, share, Deadline.in(Duration.ofMinutes(1)));

      question.take(part, 8);

      assertThat(used).isEmpty();
      assertThat(question.answered())
          .failsWithin(0, SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(BackendException.Unreachable.class)
          .withMessageContaining("taken by others");
    }
  }
}
