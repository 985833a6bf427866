package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Two nodes of before that name one BMC, with an account each; and what is kept of a BMC. */
@Timeout(30)
class SharedBmcTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final MemoryNodeStore nodes = new MemoryNodeStore();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile boolean dead;
  private volatile boolean lasting = true;
  private volatile Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private final DeviceBudget budget =
      new DeviceBudget(
          Duration.ZERO, 3, Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(10));
  private final PowerLanes lanes = new PowerLanes(new OneBmc(), nodes, budget, () -> now);

  @AfterEach
  void close() {
    lanes.close();
  }

  private final class OneBmc implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      opened.add(bmc.user());
      return lasting ? new Session() : new Visit();
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("no switch is moved here");
    }
  }

  private final class Session extends Visit implements LastingSession {}

  private class Visit implements PowerManager {
    @Override
    public PowerState state(Duration within) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        Thread.sleep(1);
        if (dead) {
          throw new BackendException.Unreachable("10.0.0.1", "no answer; is it plugged in?");
        }
        return PowerState.ON;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        inside.decrementAndGet();
      }
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return state(within);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private Node twin(String user) {
    Node node = nodes.addStandard(1024);
    return nodes.allowTwin(node, new BmcEndpoint("10.0.0.1", 0, user), Secret.of("secret"));
  }

  @Test
  void oneOrderHoldsForBothAccounts() throws InterruptedException {
    Node one = twin("admin");
    Node other = twin("operator");
    List<Thread> orders = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      Node node = i % 2 == 0 ? one : other;
      orders.add(
          Thread.ofVirtual()
              .start(
                  () ->
                      lanes.with(
                          node, lane -> lane.use(WITHIN, it -> it.apply(PowerAction.ON, WITHIN)))));
    }
    for (Thread order : orders) {
      order.join();
    }
    assertThat(most).hasValue(1);
    assertThat(opened).containsExactlyInAnyOrder("admin", "operator");
  }

  @Test
  void oneBreakerHoldsForBothAccounts() {
    Node one = twin("admin");
    Node other = twin("operator");
    dead = true;
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> state(one)).hasMessageContaining("plugged in");
    }
    assertThatThrownBy(() -> state(other)).hasMessageContaining("not asked until");
    assertThat(lanes.restsUntil(other)).isEqualTo(now.plusSeconds(5));
  }

  private PowerState state(Node node) {
    return lanes.with(node, lane -> lane.state(WITHIN));
  }

  @Test
  void nothingIsKeptOfABmcThatNobodyAsksForLong() throws InterruptedException {
    Node node = twin("admin");
    state(node);
    lanes.closeIdle();
    assertThat(lanes.size()).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(11));
    lanes.closeIdle();
    closed.await();
    assertThat(lanes.size()).isZero();
    assertThat(state(node)).isEqualTo(PowerState.ON);
    assertThat(opened).hasSize(2);
  }

  @Test
  void oneThatIsLeftAloneIsNotForgottenBeforeItMayBeAskedAgain() {
    PowerLanes hasty =
        new PowerLanes(
            new OneBmc(),
            nodes,
            new DeviceBudget(
                Duration.ZERO, 1, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO),
            () -> now);
    Node node = twin("admin");
    dead = true;
    assertThatThrownBy(() -> hasty.with(node, lane -> lane.state(WITHIN)))
        .hasMessageContaining("plugged in");
    now = now.plusSeconds(299);
    hasty.closeIdle();
    assertThat(hasty.size()).isEqualTo(1);
    now = now.plusSeconds(2);
    hasty.closeIdle();
    assertThat(hasty.size()).isZero();
  }

  @Test
  void whatIsKeptForThoseWhoReadTheNodeBeforeIsForgottenToo() {
    Node before = twin("admin");
    for (int i = 0; i < 5; i++) {
      Node changed = nodes.giveBmc(before, new Endpoint("10.0.7." + i, 0, "admin", Secret.of("x")));
      lanes.change(before, changed);
      before = changed;
    }
    state(before);
    now = now.plus(Duration.ofMinutes(11));
    lanes.closeIdle();
    assertThat(lanes.size()).isZero();
  }

  @Test
  void thePasswordIsOpenedOnceForAllOperationsAndAnewWhenTheNodeWasWritten() {
    lasting = false;
    Node node = twin("admin");
    nodes.openings.set(0);
    for (int i = 0; i < 5; i++) {
      state(node);
    }
    assertThat(opened).hasSize(5);
    assertThat(nodes.openings).hasValue(1);
    state(nodes.giveBmc(node, new Endpoint("10.0.0.1", 0, "operator", Secret.of("another"))));
    state(node);
    assertThat(nodes.openings).hasValue(2);
    assertThat(opened).endsWith("operator", "operator");
  }
}
