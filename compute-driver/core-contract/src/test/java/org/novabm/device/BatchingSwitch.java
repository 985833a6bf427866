package org.novabm.device;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** A switch whose commits a test can count and hold up. */
final class BatchingSwitch implements SwitchManager, BatchChanges {

  static final PortName MISSING = new PortName("missing");

  final List<List<PortChange>> commits = new CopyOnWriteArrayList<>();
  final CountDownLatch firstCommitBegan = new CountDownLatch(1);
  volatile CountDownLatch mayCommit = new CountDownLatch(0);

  /** Which of its commits breaks as an answer that is too deep does; 0 for none. */
  volatile int overflowsAt;

  private final Map<PortName, PortMode> ports = new ConcurrentHashMap<>();

  @Override
  public Map<PortName, ChangeOutcome> apply(List<PortChange> changes, Duration within) {
    commits.add(changes);
    firstCommitBegan.countDown();
    try {
      mayCommit.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (commits.size() == overflowsAt) {
      throw new StackOverflowError("an answer too deep");
    }
    Map<PortName, ChangeOutcome> outcomes = new LinkedHashMap<>();
    changes.forEach(change -> outcomes.put(change.port(), make(change)));
    return outcomes;
  }

  private ChangeOutcome make(PortChange change) {
    if (change.port().equals(MISSING)) {
      return new ChangeOutcome.NotMade(new BackendException.Refused("switch", "no such port"));
    }
    ports.put(change.port(), change.wanted());
    return new ChangeOutcome.Made(read(change.port(), Duration.ZERO));
  }

  @Override
  public String preview(List<PortChange> changes, Duration within) {
    return changes.toString();
  }

  @Override
  public PortState read(PortName port, Duration within) {
    return new PortState(port, ports.getOrDefault(port, new Idle()));
  }

  @Override
  public List<PortState> list(Duration within) {
    return ports.keySet().stream().sorted().map(port -> read(port, within)).toList();
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    throw new AssertionError("batches are for everything");
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    throw new AssertionError("batches are for everything");
  }

  @Override
  public void ensureVlan(Vlan vlan, Duration within) {}

  @Override
  public void removeVlan(VlanId vlan, Duration within) {}

  @Override
  public void close() {}
}
