package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;

class CommitPlanTest {

  /** Wherever a long list is cut, the comment is found again in the switch's log as it was sent. */
  @Test
  void theCommentHasNoBlanksAtItsEnd() {
    for (int ports = 1; ports < 60; ports++) {
      List<PortChange> changes =
          IntStream.range(0, ports)
              .mapToObj(number -> new PortChange(new PortName("ge-0/0/" + number), new Idle(), "b"))
              .toList();
      assertThat(CommitPlan.purpose(changes)).hasSizeLessThanOrEqualTo(200).doesNotEndWith(" ");
    }
    List<PortChange> nothing = List.of(new PortChange(new PortName("ge-0/0/1"), new Idle(), " "));
    assertThat(CommitPlan.purpose(nothing)).isEqualTo("ge-0/0/1");
  }
}
