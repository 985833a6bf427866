package org.novabm.app.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MemoryBound;

class HeapBudgetTest {

  private static final long MIB = 1 << 20;

  private final List<MemoryBound> bounds =
      List.of(
          new MemoryBound("messages", "[novabm] message_kib", 2, 7 * MIB),
          new MemoryBound("connections", "[novabm] api_connections", 256, MIB / 16));

  @Test
  void aQuarterOfTheHeapIsEnough() {
    HeapBudget budget = new HeapBudget(bounds, 120 * MIB).required();
    assertThat(budget).hasToString("others can make this process hold 30 of 120 MiB heap at most");
  }

  @Test
  void moreThanAQuarterDoesNotStartAndSaysWhatWouldHelp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeapBudget(bounds, 119 * MIB).required())
        .withMessage(
            "what others can make this process hold adds up to 30 MiB, and a quarter of its heap is"
                + " 29; start it with NOVA_HEAP=127m, or lower [novabm] api_connections (16 MiB),"
                + " [novabm] message_kib (14 MiB)");
  }
}
