package org.novabm.device;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Machines with BMCs, some of which hang until a test lets them fail. */
final class ManyMachines implements Backends {

  final Map<String, PowerState> power = new ConcurrentHashMap<>();
  final Set<String> dead = ConcurrentHashMap.newKeySet();
  final Set<String> refusing = ConcurrentHashMap.newKeySet();
  final AtomicInteger reads = new AtomicInteger();
  volatile boolean broken;
  volatile String trouble = "no answer; is it plugged in?";
  volatile CountDownLatch patience = new CountDownLatch(0);

  @Override
  public PowerManager power(String manager, Endpoint bmc) {
    String address = bmc.display();
    return new PowerManager() {
      @Override
      public PowerState state(Duration within) {
        reads.incrementAndGet();
        if (broken) {
          throw new IllegalStateException("a fault of ours");
        }
        if (refusing.contains(address)) {
          throw new BackendException.Refused(address, "wrong password; check it");
        }
        if (dead.contains(address)) {
          hang();
          throw new BackendException.Unreachable(address, trouble);
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
}
