package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.PendingEntry;

public interface JournalContract extends OnStores {

  /** A message of that id. */
  static JournalEntry entry(String id, Instant received) {
    return new JournalEntry(id, "build_and_run_instance", "{\"method\":\"ü\"}", received);
  }

  @Test
  default void duplicateIsSeen() {
    assertThat(stage().journal().append(entry("one", Samples.NOW))).isTrue();
    assertThat(stage().journal().append(entry("one", Samples.NOW))).isFalse();
    stage().journal().handled("one");
    assertThat(stage().journal().append(entry("one", Samples.NOW))).isFalse();
    assertThat(stage().journal().pending(Samples.NOW.plusSeconds(1), 10)).isEmpty();
  }

  @Test
  default void pendingOnesComeOldestFirst() {
    JournalEntry young = entry("young", Samples.NOW.plusSeconds(5));
    JournalEntry old = entry("old", Samples.NOW);
    JournalEntry done = entry("done", Samples.NOW);
    stage().journal().append(young);
    stage().journal().append(old);
    stage().journal().append(done);
    stage().journal().handled("done");

    assertThat(pending(6, 10)).containsExactly("old", "young");
    assertThat(pending(6, 1)).containsExactly("old");
    assertThat(pending(5, 10)).containsExactly("old");
    assertThat(stage().journal().find("old")).isEqualTo(old);
    assertThat(stage().journal().find("done")).isNull();
    assertThat(stage().journal().find("never")).isNull();
  }

  @Test
  default void aPendingOneSaysHowLargeItIsBeforeItIsRead() {
    JournalEntry large = new JournalEntry("large", "spawn", "x".repeat(1 << 20), Samples.NOW);
    stage().journal().append(large);

    PendingEntry seen = stage().journal().pending(Samples.NOW.plusSeconds(1), 10).getFirst();

    assertThat(seen.method()).isEqualTo("spawn");
    assertThat(seen.received()).isEqualTo(Samples.NOW);
    assertThat(seen.bytes()).isBetween(1L << 20, (1L << 20) + 100);
    assertThat(stage().journal().find("large")).isEqualTo(large);
  }

  private List<String> pending(int seconds, int limit) {
    return stage().journal().pending(Samples.NOW.plusSeconds(seconds), limit).stream()
        .map(PendingEntry::uniqueId)
        .toList();
  }

  @Test
  default void handledOnesAreForgotten() {
    stage().journal().append(entry("done", Samples.NOW));
    stage().journal().append(entry("open", Samples.NOW));
    stage().journal().handled("done");

    assertThat(stage().journal().forget(Samples.NOW)).isZero();
    assertThat(stage().journal().forget(Samples.NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(stage().journal().append(entry("done", Samples.NOW))).isTrue();
    assertThat(stage().journal().append(entry("open", Samples.NOW))).isFalse();
  }

  @Test
  default void tooLongIdIsRefusedAndNotCutOff() {
    assertThatThrownBy(() -> stage().journal().append(entry("x".repeat(256), Samples.NOW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("_unique_id");
    assertThat(stage().journal().append(entry("x".repeat(255), Samples.NOW))).isTrue();
  }
}
