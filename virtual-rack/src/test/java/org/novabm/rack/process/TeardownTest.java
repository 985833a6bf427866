package org.novabm.rack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void everyStepRunsAndEveryFailureIsTold() {
    Teardown teardown =
        new Teardown()
            .then(() -> done.add("first"))
            .then(() -> fail("second"))
            .then(() -> fail("third"))
            .then(() -> done.add("fourth"));
    assertThatThrownBy(teardown::run)
        .hasMessage("second")
        .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("third"));
    assertThat(done).containsExactly("first", "fourth");
  }

  private static void fail(String step) {
    throw new RackException(step);
  }
}
