package org.novabm.messaging.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomTest {

  private final Room room = new Room(100);
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

  /** Asks; comes back when it waits and was asked so often whether it still wants to. */
  private void asks(String name, int bytes, int looks) {
    AtomicInteger looked = new AtomicInteger();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  Room.Place place = room.take(bytes, () -> looked.incrementAndGet() > 0);
                  taken.add(name);
                  Objects.requireNonNull(place).close();
                });
    await().until(() -> looked.get() >= looks || !asking.isAlive());
  }

  @Test
  void placesAreGivenInTheOrderInWhichTheyWereAskedForHoweverLongThatTakes() throws Exception {
    Room.Place all = Objects.requireNonNull(room.take(100, () -> true));
    for (String name : List.of("one", "two", "three")) {
      asks(name, 100, 1);
    }
    // each has looked up again since the others came
    asks("four", 100, 3);

    all.close();

    for (String name : List.of("one", "two", "three", "four")) {
      assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo(name);
    }
    await().until(() -> room.left() == 100);
  }

  @Test
  void aLargeOneIsNotPassedByEverySmallOne() throws Exception {
    Room.Place half = Objects.requireNonNull(room.take(50, () -> true));
    asks("large", 100, 2);
    asks("small", 1, 2);
    assertThat(taken).isEmpty();

    half.close();

    assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("large");
    assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("small");
  }

  @Test
  void whoIsNotWantedAnyMoreHoldsUpNobody() throws Exception {
    Room.Place half = Objects.requireNonNull(room.take(50, () -> true));
    CountDownLatch leaves = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              assertThat(room.take(100, () -> false)).isNull();
              leaves.countDown();
            });
    assertThat(leaves.await(20, TimeUnit.SECONDS)).isTrue();
    asks("small", 50, 1);

    assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("small");
    half.close();
    assertThat(room.left()).isEqualTo(100);
  }
}
