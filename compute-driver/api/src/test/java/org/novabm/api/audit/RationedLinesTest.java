package org.novabm.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RationedLinesTest {

  private final List<String> written = new ArrayList<>();
  private final List<Runnable> ends = new ArrayList<>();
  private final RationedLines lines = new RationedLines(written::add, 2, ends::add);

  @Test
  void whatIsLeftOutIsCounted() {
    for (int i = 0; i < 5002; i++) {
      lines.write("line " + i);
    }
    assertThat(written).containsExactly("line 0", "line 1");
    ends.removeFirst().run();
    assertThat(written).last().isEqualTo("and 5000 more refusals that have no line of their own");
    assertThat(ends).isEmpty();

    lines.write("later");
    assertThat(written).last().isEqualTo("later");
    ends.removeFirst().run();
    assertThat(written).hasSize(4);
  }
}
