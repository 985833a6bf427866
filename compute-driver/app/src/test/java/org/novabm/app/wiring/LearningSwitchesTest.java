package org.novabm.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novabm.device.Backends;
import org.novabm.device.ExpectedSwitches;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

class LearningSwitchesTest {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final List<NetworkSwitch> registered = new CopyOnWriteArrayList<>();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final LearningSwitches learning =
      new LearningSwitches(new ExpectedSwitches(new Told(), new Shared()), Duration.ofMillis(1));

  @AfterEach
  void stop() {
    learning.stop();
    assertThat(learning.isRunning()).isFalse();
  }

  @Test
  void aSwitchRegisteredElsewhereIsExpectedWithoutARequestForIt() throws InterruptedException {
    learning.start();
    register(1, "0x1");
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("0x1");
    broken.set(true);
    register(2, "0x2");
    broken.set(false);
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("0x2");
  }

  private void register(long id, String datapath) {
    registered.add(
        new NetworkSwitch(id, new Endpoint(datapath, 0, "", Secret.EMPTY), "openflow", ""));
  }

  /** Opens nothing, and says of what it was told. */
  private final class Told implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      throw new IllegalArgumentException("there are switches only");
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      told.add(networkSwitch.endpoint().address());
      throw new IllegalArgumentException("told");
    }
  }

  private final class Shared implements SwitchStore {
    @Override
    public NetworkSwitch add(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("others do");
    }

    @Override
    public @Nullable NetworkSwitch find(long id) {
      return null;
    }

    @Override
    public List<NetworkSwitch> list() {
      if (broken.get()) {
        throw new IllegalStateException("the database does not answer");
      }
      return List.copyOf(registered);
    }

    @Override
    public boolean delete(long id) {
      throw new UnsupportedOperationException("others do");
    }
  }
}
