package org.novabm.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.device.Backends;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The installed back ends, with a watch beside them. */
final class TimedPower implements Backends {

  private final InstalledBackends backends;
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  TimedPower(InstalledBackends backends) {
    this.backends = backends;
  }

  void clear() {
    nanos.clear();
  }

  /** Milliseconds that so many of a hundred readings took at most. */
  double percentile(int share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * share / 100)] / 1e6;
  }

  @Override
  public PowerManager power(String manager, Endpoint bmc) {
    return new Timed(backends.power(manager, bmc));
  }

  @Override
  public SwitchManager network(NetworkSwitch networkSwitch) {
    return backends.network(networkSwitch);
  }

  private final class Timed implements PowerManager, LastingSession {
    private final PowerManager manager;

    Timed(PowerManager manager) {
      this.manager = manager;
    }

    @Override
    public PowerState state(Duration within) {
      long start = System.nanoTime();
      PowerState state = manager.state(within);
      nanos.add(System.nanoTime() - start);
      return state;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return manager.apply(action, within);
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
