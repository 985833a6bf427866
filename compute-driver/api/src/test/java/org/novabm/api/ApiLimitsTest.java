package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;

class ApiLimitsTest {

  private static final long MIB = 1 << 20;

  @Test
  void whatCallersCanTakeFitsTheirShareOfTheHeap() {
    List<MemoryBound> bounds = ApiLimits.STANDARD.bounds(false);
    assertThat(bounds).extracting(MemoryBound::setting).doesNotHaveDuplicates();
    assertThat(bounds.getLast().bytes()).isLessThanOrEqualTo(MIB);
    assertThat(bounds.stream().mapToLong(MemoryBound::bytes).sum())
        .isLessThanOrEqualTo(12 * MIB + MIB);
    assertThat(ApiLimits.STANDARD.bounds(true).stream().mapToLong(MemoryBound::bytes).sum())
        .isLessThanOrEqualTo(20 * MIB);
  }

  @Test
  void aTokenThatCanBeGuessedIsRefused() {
    for (String text : List.of("", "a", "fifteen-letters", "   sixteen        ")) {
      assertThatThrownBy(() -> new ApiAccess(Secret.of(text)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("less than 16 characters");
    }
    assertThat(new ApiAccess(Secret.of("sixteen-letters.")).accepts("sixteen-letters.")).isTrue();
  }
}
