package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentBytesTest {

  @Test
  void piecesInAnyOrderAreTheWhole() {
    SentBytes sent = SentBytes.NONE.with(50, 100).with(0, 20).with(20, 50);

    assertThat(sent.isAll(100)).isTrue();
    assertThat(sent.isAll(101)).isFalse();
    assertThat(sent.pieces()).hasSize(1);
    assertThat(SentBytes.parse(sent.encoded())).isEqualTo(sent);
    assertThat(SentBytes.parse(SentBytes.NONE.encoded())).isEqualTo(SentBytes.NONE);
  }

  @Test
  void whatNeverWasSentIsNeverCounted() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      BitSet truth = new BitSet();
      SentBytes sent = SentBytes.NONE;
      for (int i = 0; i < 80; i++) {
        int from = random.nextInt(1000);
        int to = from + random.nextInt(12);
        truth.set(from, to);
        sent = sent.with(from, to);
      }
      for (SentBytes.Piece piece : sent.pieces()) {
        assertThat(truth.nextClearBit((int) piece.from())).isGreaterThanOrEqualTo((int) piece.to());
      }
      assertThat(sent.pieces().size()).isLessThanOrEqualTo(24);
      assertThat(sent.count()).as("seed %d", seed).isLessThanOrEqualTo(truth.cardinality());
    }
  }
}
