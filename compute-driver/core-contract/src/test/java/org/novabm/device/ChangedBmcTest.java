package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** An operator gives a node another BMC, or another account there. */
@Timeout(30)
class ChangedBmcTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final MemoryNodeStore nodes = new MemoryNodeStore();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
  private final Devices devices =
      new Devices(
          new Machines(), nodes, SwitchStore.none(), DeviceBudget.STANDARD, InstantSource.system());

  @AfterEach
  void close() {
    devices.close();
  }

  /** Machines that take the password {@code secret} or one that begins so. */
  private final class Machines implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      String who = bmc.address() + " " + bmc.password().reveal();
      opened.add(who);
      return new Kept(who);
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("no switch is moved here");
    }
  }

  private final class Kept implements PowerManager, LastingSession {
    private final String who;

    Kept(String who) {
      this.who = who;
    }

    @Override
    public PowerState state(Duration within) {
      if (!who.contains(" secret")) {
        throw new BackendException.Unreachable(who, "no answer; is it plugged in?");
      }
      return PowerState.ON;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return action.target();
    }

    @Override
    public void close() {
      closed.add(who);
    }
  }

  private Node changed(Node it, String address, String password) {
    return nodes.giveBmc(it, new Endpoint(address, 0, it.power().user(), Secret.of(password)));
  }

  @Test
  void aNewPasswordOpensANewSessionAndTheOldOneEnds() throws InterruptedException {
    Node before = nodes.addStandard(4096);
    devices.powerState(before, WITHIN);

    Node now = changed(before, "10.0.0.1", "secret2");
    devices.changeWithPassword(before, now);

    assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo("10.0.0.1 secret");
    assertThat(devices.powerState(now, WITHIN)).isEqualTo(PowerState.ON);
    assertThat(opened).containsExactly("10.0.0.1 secret", "10.0.0.1 secret2");
  }

  @Test
  void whoReadTheNodeBeforeDoesNotUseTheOldAddress() {
    Node before = nodes.addStandard(4096);
    devices.powerState(before, WITHIN);
    Node now = changed(before, "10.0.9.9", "secret");
    devices.change(before, now);
    devices.powerState(before, WITHIN);
    devices.power(before, WITHIN, manager -> manager.apply(PowerAction.ON, WITHIN));

    Node last = changed(now, "10.0.9.10", "secret");
    devices.change(now, last);
    devices.powerState(now, WITHIN);
    devices.powerState(before, WITHIN);

    assertThat(opened).containsExactly("10.0.0.1 secret", "10.0.9.9 secret", "10.0.9.10 secret");
  }

  @Test
  void aBmcThatWasLeftAloneForAWrongPasswordIsAskedAtOnceWithTheRightOne() {
    Node first = nodes.addStandard(4096);
    Node wrong = changed(first, "10.0.0.1", "wrong");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> devices.powerState(wrong, WITHIN)).hasMessageContaining("no answer");
    }
    assertThat(devices.restsUntil(wrong)).isAfter(InstantSource.system().instant());

    Node right = changed(wrong, "10.0.0.1", "secret");
    devices.changeWithPassword(wrong, right);

    assertThat(devices.restsUntil(wrong)).isBefore(InstantSource.system().instant());
    assertThat(devices.powerState(right, WITHIN)).isEqualTo(PowerState.ON);
  }

  @Test
  void anotherProcessGaveItAnotherBmcAndTheOldOneIsNotAskedWithTheNewPassword() {
    Node before = nodes.addStandard(4096);
    changed(before, "10.0.9.9", "secret2");
    assertThatThrownBy(() -> devices.powerState(before, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("is 10.0.9.9 now and not 10.0.0.1");
    assertThat(opened).isEmpty();
  }

  @Test
  void aChangeOfSomethingElseKeepsTheSession() {
    Node before = nodes.addStandard(4096);
    devices.powerState(before, WITHIN);
    Node now = changed(before, "10.0.0.1", "secret");
    devices.change(before, now);
    devices.powerState(now, WITHIN);
    assertThat(opened).hasSize(1);
    assertThat(closed).isEmpty();
  }

  @Test
  void whoStillWaitsForARetiredBmcLeavesNoSessionBehind() {
    AtomicInteger left = new AtomicInteger();
    PowerLane lane =
        new PowerLane(
            "10.0.0.1",
            new BmcQueue("10.0.0.1", DeviceBudget.STANDARD, InstantSource.system()),
            () -> {
              left.incrementAndGet();
              return new Kept("10.0.0.1 secret");
            });
    lane.retire();
    lane.state(WITHIN);
    lane.state(WITHIN);
    assertThat(left).hasValue(2);
    assertThat(closed).hasSize(2);
  }
}
