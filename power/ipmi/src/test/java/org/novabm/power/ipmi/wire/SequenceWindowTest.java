package org.novabm.power.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SequenceWindowTest {

  @Test
  void acceptsNumbersInOrder() {
    SequenceWindow window = new SequenceWindow();
    for (int i = 1; i < 100; i++) {
      assertThat(window.accept(i)).isTrue();
    }
  }

  @Test
  void acceptsLateNumbersOnce() {
    SequenceWindow window = new SequenceWindow();
    assertThat(window.accept(20)).isTrue();
    assertThat(window.accept(25)).isTrue();
    assertThat(window.accept(21)).isTrue();
    assertThat(window.accept(21)).isFalse();
    assertThat(window.accept(25)).isFalse();
  }

  @Test
  void refusesWhatIsFarAway() {
    SequenceWindow window = new SequenceWindow();
    assertThat(window.accept(100)).isTrue();
    assertThat(window.accept(100 + SequenceWindow.WIDTH)).isFalse();
    assertThat(window.accept(100 - SequenceWindow.WIDTH)).isFalse();
    assertThat(window.accept(0)).isFalse();
    assertThat(window.accept(100 + SequenceWindow.WIDTH - 1)).isTrue();
  }

  @Test
  void passesTheLargestNumber() {
    SequenceWindow window = new SequenceWindow();
    assertThat(window.accept(-2)).isTrue();
    assertThat(window.accept(-1)).isTrue();
    assertThat(window.accept(1)).isTrue();
    assertThat(window.accept(-1)).isFalse();
  }

  @Property
  void neverAcceptsANumberTwice(@ForAll List<@IntRange(min = 1, max = 40) Integer> numbers) {
    SequenceWindow window = new SequenceWindow();
    Set<Integer> accepted = new HashSet<>();
    for (int number : numbers) {
      if (window.accept(number)) {
        assertThat(accepted.add(number)).isTrue();
      }
    }
  }
}
