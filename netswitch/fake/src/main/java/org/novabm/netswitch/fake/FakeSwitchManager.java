package org.novabm.netswitch.fake;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** One fake switch; a port that is not in the map is idle. */
final class FakeSwitchManager implements SwitchManager {

  private static final PortName MISSING = new PortName("missing");

  private final Endpoint endpoint;
  private final FakeSwitchSettings settings;
  private final Map<PortName, VlanId> attached;

  FakeSwitchManager(
      Endpoint endpoint, FakeSwitchSettings settings, Map<PortName, VlanId> attached) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.attached = attached;
  }

  @Override
  public PortState read(PortName port, Duration within) {
    return carryOut(port, within, () -> {});
  }

  @Override
  public PortState attach(PortName port, VlanId vlan, Duration within) {
    return carryOut(port, within, () -> attached.put(port, vlan));
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    return carryOut(port, within, () -> attached.remove(port));
  }

  private PortState carryOut(PortName port, Duration within, Runnable change) {
    if (endpoint.address().endsWith(".invalid")) {
      throw unreachable("names in .invalid have no fake switch");
    }
    if (port.equals(MISSING)) {
      throw new BackendException.Refused(
          endpoint.display(), "no port 'missing' on a fake switch; use any other name");
    }
    delay(within);
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    if (chance.nextInt(100) < settings.failurePercent()) {
      if (chance.nextBoolean()) {
        change.run();
      }
      throw unreachable("failed on purpose, failure_percent = " + settings.failurePercent());
    }
    change.run();
    return new PortState(port, attached.get(port));
  }

  private void delay(Duration within) {
    Duration delay = settings.delay();
    if (delay.isZero()) {
      return;
    }
    boolean late = delay.compareTo(within) > 0;
    try {
      // the delay is what the operator asked for, not a wait for something
      Thread.sleep(late ? within : delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(endpoint.display(), "interrupted while waiting", e);
    }
    if (late) {
      throw unreachable("no answer within " + within + ", delay_seconds is longer");
    }
  }

  private BackendException.Unreachable unreachable(String why) {
    return new BackendException.Unreachable(endpoint.display(), why);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
