package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.novabm.deploy.tftp.SendWindow.Next;

class SendWindowTest {

  @Test
  void oneBlockAtATimeIgnoresCopiesOfAcknowledgements() {
    SendWindow window = new SendWindow(3, 1);
    assertThat(window.acknowledged(1)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(1)).isEqualTo(Next.IGNORE);
    assertThat(window.acknowledged(2)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(1)).isEqualTo(Next.IGNORE);
    assertThat(window.acknowledged(3)).isEqualTo(Next.DONE);
  }

  @Test
  void aGapMovesTheWindowToTheFirstMissingBlock() {
    SendWindow window = new SendWindow(20, 8);
    assertThat(window.acknowledged(2)).isEqualTo(Next.SEND);
    assertThat(window.first()).isEqualTo(3);
    assertThat(window.last()).isEqualTo(10);
    // the receiver says so again for each block that came after the gap
    assertThat(window.acknowledged(2)).isEqualTo(Next.IGNORE);
    assertThat(window.acknowledged(2)).isEqualTo(Next.IGNORE);
  }

  @Test
  void aLostFirstBlockIsSentAgainOnceAtOnce() {
    SendWindow window = new SendWindow(20, 8);
    assertThat(window.acknowledged(8)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(8)).isEqualTo(Next.SEND);
    assertThat(window.first()).isEqualTo(9);
    assertThat(window.acknowledged(8)).isEqualTo(Next.IGNORE);
  }

  @Test
  void aCopiedAcknowledgementDoesNotDoubleTheWindowsAfterIt() {
    SendWindow window = new SendWindow(100, 8);
    assertThat(window.acknowledged(8)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(8)).isEqualTo(Next.SEND);
    // the window was sent twice, so it is acknowledged twice
    assertThat(window.acknowledged(16)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(16)).isEqualTo(Next.IGNORE);
    assertThat(window.acknowledged(24)).isEqualTo(Next.SEND);
  }

  @Test
  void numbersGoOnWithZero() {
    SendWindow window = new SendWindow(65537, 65535 / 2);
    assertThat(window.acknowledged(32767)).isEqualTo(Next.SEND);
    assertThat(window.acknowledged(65534)).isEqualTo(Next.SEND);
    assertThat(window.last()).isEqualTo(65537);
    assertThat(window.acknowledged(0)).isEqualTo(Next.SEND);
    assertThat(window.first()).isEqualTo(65537);
    assertThat(window.acknowledged(1)).isEqualTo(Next.DONE);
  }

  /**
   * A receiver as RFC 7440 has it, behind a network that loses, doubles and delays. It must get
   * everything in order, and the sender must not send far more than was lost.
   */
  @Property(tries = 300)
  void everyBlockArrivesWhateverTheNetworkDoes(
      @ForAll @LongRange(min = 1, max = 400) long blocks,
      @ForAll @IntRange(min = 1, max = 64) int size,
      @ForAll @IntRange(min = 0, max = 30) int lossPercent,
      @ForAll long seed) {
    Random chance = new Random(seed);
    SendWindow window = new SendWindow(blocks, size);
    Receiver receiver = new Receiver(size);
    long windows = 0;
    Next next = Next.SEND;
    while (next != Next.DONE && windows < 100_000) {
      Deque<Integer> answers = new ArrayDeque<>();
      for (long block = window.first(); block <= window.last(); block++) {
        for (int copy = chance.nextInt(100) < lossPercent ? 2 : 1; copy > 0; copy--) {
          if (chance.nextInt(100) >= lossPercent) {
            receiver.take(block, blocks, answers);
          }
        }
      }
      windows++;
      next = Next.IGNORE;
      while (next == Next.IGNORE) {
        Integer answer = answers.poll();
        if (answer == null) {
          receiver.timedOut(answers);
          window.timedOut();
          next = Next.SEND;
        } else if (chance.nextInt(100) >= lossPercent) {
          next = window.acknowledged(answer);
        }
      }
    }
    assertThat(next).isEqualTo(Next.DONE);
    assertThat(receiver.got).isEqualTo(blocks);
    if (lossPercent == 0) {
      assertThat(windows).isEqualTo((blocks + size - 1) / size);
    }
  }

  /** Acknowledges every whole window, the last block, and whatever is out of order. */
  private static final class Receiver {
    private final int size;
    private long got;
    private int sinceAnswer;

    Receiver(int size) {
      this.size = size;
    }

    void take(long block, long blocks, Deque<Integer> answers) {
      boolean inOrder = block == got + 1;
      if (inOrder) {
        got++;
        sinceAnswer++;
      }
      if (!inOrder || sinceAnswer == size || got == blocks) {
        timedOut(answers);
      }
    }

    void timedOut(Deque<Integer> answers) {
      sinceAnswer = 0;
      answers.add((int) (got & 0xffff));
    }
  }
}
