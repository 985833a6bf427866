package org.novabm.netswitch.fake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.LinkAggregation;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortSecurity;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** One fake switch; a port that was never named is idle. */
final class FakeSwitchManager
    implements SwitchManager, BatchChanges, PortSecurity, LinkAggregation, SegmentProbe {

  private final String endpoint;
  private final Mishaps mishaps;
  private final FakeSwitch device;

  FakeSwitchManager(String endpoint, FakeSwitchSettings settings, FakeSwitch device) {
    this.endpoint = endpoint;
    this.mishaps = new Mishaps(endpoint, settings);
    this.device = device;
  }

  @Override
  public PortState read(PortName port, Duration within) {
    return mishaps.carryOut(within, () -> device.state(port));
  }

  @Override
  public List<PortState> list(Duration within) {
    return mishaps.carryOut(within, device::states);
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    return mishaps.carryOut(within, () -> device.set(port, segment));
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    return mishaps.carryOut(within, () -> device.set(port, new Idle()));
  }

  @Override
  public void ensureVlan(Vlan vlan, Duration within) {
    mishaps.carryOut(within, done(() -> device.add(vlan)));
  }

  @Override
  public void removeVlan(VlanId vlan, Duration within) {
    mishaps.carryOut(within, done(() -> device.remove(vlan)));
  }

  @Override
  public Map<PortName, ChangeOutcome> apply(List<PortChange> changes, Duration within) {
    return mishaps.carryOut(
        within,
        () -> {
          Map<PortName, ChangeOutcome> outcomes = new LinkedHashMap<>();
          changes.forEach(change -> outcomes.put(change.port(), outcome(change)));
          return outcomes;
        });
  }

  private ChangeOutcome outcome(PortChange change) {
    try {
      return new ChangeOutcome.Made(device.set(change.port(), change.wanted()));
    } catch (BackendException e) {
      return new ChangeOutcome.NotMade(e);
    }
  }

  @Override
  public String preview(List<PortChange> changes, Duration within) {
    return mishaps.carryOut(
        within,
        () ->
            changes.stream()
                .filter(change -> !device.state(change.port()).mode().equals(change.wanted()))
                .map(change -> change.port() + ": " + change.wanted() + "\n")
                .collect(Collectors.joining()));
  }

  @Override
  public void admit(PortName port, Set<MacAddress> macs, Duration within) {
    mishaps.carryOut(within, done(() -> device.admit(port, macs)));
  }

  @Override
  public Set<MacAddress> admitted(PortName port, Duration within) {
    return mishaps.carryOut(within, () -> device.admitted(port));
  }

  @Override
  public List<Aggregate> aggregates(Duration within) {
    return mishaps.carryOut(within, device::aggregates);
  }

  @Override
  public void bundle(Aggregate aggregate, Duration within) {
    mishaps.carryOut(within, done(() -> device.bundle(aggregate)));
  }

  @Override
  public void unbundle(PortName aggregate, Duration within) {
    mishaps.carryOut(within, done(() -> device.unbundle(aggregate)));
  }

  /** A fake forwards nothing, so what it is set to is all there is to see. */
  @Override
  public ProbeResult probe(PortName port, VlanId vlan, Duration within) {
    PortState state = read(port, within);
    boolean reached = state.mode() instanceof Segment segment && segment.carries(vlan);
    return new ProbeResult(
        reached, "fake switch %s: port %s is %s".formatted(endpoint, port, state.mode()));
  }

  private static Supplier<Boolean> done(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  @Override
  public void close() {
    // nothing is open
  }
}
