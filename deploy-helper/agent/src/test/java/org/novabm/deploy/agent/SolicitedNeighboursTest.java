package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.spi.MacAddress;

@Timeout(60)
class SolicitedNeighboursTest {

  private static final MacAddress CARD = new MacAddress("52:54:00:ac:00:01");

  private final AtomicLong now = new AtomicLong(1);
  private final AtomicInteger readings = new AtomicInteger();
  private volatile String printed =
      """
      fd00::4 dev eth0 lladdr 52:54:00:ac:00:04 router STALE
      fd00::5 dev eth0 lladdr 52:54:00:ac:00:01 REACHABLE
      fd00::6 dev eth0 FAILED
      2001:db8::7 dev eth0 lladdr 52:54:00:ac:00:02 used 0/0/0 probes 1 DELAY
      """;

  private final SolicitedNeighbours neighbours =
      new SolicitedNeighbours(
          () -> {
            readings.incrementAndGet();
            return printed;
          },
          now::get);

  private @Nullable MacAddress cardOf(String address) {
    return neighbours.cardOf(InetAddress.ofLiteral(address));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void whoIsInTheTableIsKnownForASecondFromOneReading() {
    assertThat(cardOf("fd00::5")).isEqualTo(CARD);
    assertThat(cardOf("fd00:0::5")).isEqualTo(CARD);
    assertThat(cardOf("2001:db8::7")).isNotNull();
    assertThat(readings).hasValue(1);

    pass(Duration.ofSeconds(1));
    assertThat(cardOf("fd00::5")).isEqualTo(CARD);
    assertThat(readings).hasValue(2);
  }

  @Test
  void whoIsNotInTheTableIsLookedForInOneThatWasReadAfterwards() {
    assertThat(cardOf("fd00::6")).isNull();
    pass(Duration.ofMillis(100));
    printed = "fd00::6 dev eth0 lladdr 52:54:00:ac:00:01 REACHABLE\n";

    assertThat(cardOf("fd00::6")).isEqualTo(CARD);
    assertThat(readings).hasValue(2);
  }

  @Test
  void anAddressOfOneLinkIsNotThatOfAnother() throws IOException {
    byte[] local = InetAddress.ofLiteral("fe80::1").getAddress();
    NetworkInterface device = NetworkInterface.networkInterfaces().findFirst().orElseThrow();
    printed = "fe80::1 dev %s lladdr 52:54:00:ac:00:01 STALE\n".formatted(device.getName());

    assertThat(neighbours.cardOf(Inet6Address.getByAddress(null, local, device.getIndex())))
        .isEqualTo(CARD);
    assertThat(cardOf("fe80::1")).isNull();
  }

  @Test
  void aCrowdOfStrangersHasTheTableReadTwice() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    SolicitedNeighbours crowded =
        new SolicitedNeighbours(
            () -> {
              if (readings.incrementAndGet() == 1) {
                awaited(first);
              }
              return printed;
            },
            now::getAndIncrement);
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      InetAddress stranger = InetAddress.ofLiteral("2001:db8:1::" + Integer.toHexString(i));
      crowd.add(Thread.ofVirtual().start(() -> crowded.cardOf(stranger)));
    }
    while (!crowd.stream().allMatch(one -> one.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    pass(Duration.ofSeconds(1));

    first.countDown();

    for (Thread one : crowd) {
      one.join();
    }
    assertThat(readings).hasValueLessThanOrEqualTo(2);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
