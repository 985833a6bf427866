package org.novabm.device;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Machines with BMCs, some of which hang until a test lets them fail. */
final class ManyMachines implements Backends, SwitchStore {

  final Map<String, PowerState> power = new ConcurrentHashMap<>();
  final Set<String> dead = ConcurrentHashMap.newKeySet();
  final AtomicInteger reads = new AtomicInteger();
  volatile CountDownLatch patience = new CountDownLatch(0);

  @Override
  public PowerManager power(Node node) {
    String address = node.power().display();
    return new PowerManager() {
      @Override
      public PowerState state(Duration within) {
        reads.incrementAndGet();
        if (dead.contains(address)) {
          hang();
          throw new BackendException.Unreachable(address, "no answer; is it plugged in?");
        }
        return power.getOrDefault(address, PowerState.OFF);
      }

      @Override
      public PowerState apply(PowerAction action, Duration within) {
        power.put(address, action.target());
        return action.target();
      }

      @Override
      public void close() {}
    };
  }

  private void hang() {
    try {
      patience.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SwitchManager network(NetworkSwitch networkSwitch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NetworkSwitch add(NetworkSwitch networkSwitch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable NetworkSwitch find(long id) {
    return null;
  }

  @Override
  public List<NetworkSwitch> list() {
    return List.of();
  }

  @Override
  public boolean delete(long id) {
    return false;
  }
}
