package org.novabm.netswitch.junos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** Reads ports, moves those that are not as wanted in one commit, and believes what forwards. */
final class JunosManager implements SwitchManager, BatchChanges, NeighbourTable {

  private final Endpoint endpoint;
  private final JunosSwitch device;
  private final PortReading reading;
  private final PortBatch moves;
  private final ConfirmedCommit commits;

  JunosManager(Sessions sessions, KnownRequests known, JunosSettings settings) {
    this.endpoint = sessions.endpoint();
    this.device = new JunosSwitch(sessions, known);
    this.reading = new PortReading(endpoint, settings.quarantine());
    this.commits = new ConfirmedCommit(endpoint, device, settings);
    this.moves = new PortBatch(endpoint, reading, commits, settings.quarantine());
  }

  @Override
  public PortState read(PortName port, Duration within) {
    return reading.state(view(within), port);
  }

  @Override
  public List<PortState> list(Duration within) {
    return reading.states(view(within));
  }

  private JunosState view(Duration within) {
    return talk(within, device::view);
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    return make(new PortChange(port, segment, "attach"), within);
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    return make(new PortChange(port, new Idle(), "detach"), within);
  }

  @Override
  public Map<PortName, ChangeOutcome> apply(List<PortChange> changes, Duration within) {
    return talk(
        within,
        deadline -> {
          Map<PortName, ChangeOutcome> outcomes = new LinkedHashMap<>();
          JunosState view = device.view(deadline);
          List<PortChange> open = new ArrayList<>();
          for (PortChange change : changes) {
            moves.sort(view, change, open, outcomes);
          }
          moves.make(open, outcomes, deadline);
          return outcomes;
        });
  }

  @Override
  public String preview(List<PortChange> changes, Duration within) {
    return talk(
        within,
        deadline -> {
          JunosState view = device.view(deadline);
          changes.forEach(change -> reading.mustBeMovable(view, change.port()));
          return moves.preview(changes, view, deadline);
        });
  }

  @Override
  public void ensureVlan(Vlan vlan, Duration within) {
    talk(
        within,
        deadline -> {
          JunosState view = device.view(deadline);
          String conflict = VlanEdit.conflict(view, vlan);
          if (conflict != null) {
            throw new BackendException.Refused(endpoint.display(), conflict);
          }
          if (view.vlanName(vlan.id()) == null) {
            commits.make(
                _ -> "<vlans>" + VlanEdit.make(vlan) + "</vlans>",
                "VLAN " + vlan.id(),
                _ -> Map.of(),
                deadline);
          }
          return view;
        });
  }

  @Override
  public void removeVlan(VlanId vlan, Duration within) {
    talk(
        within,
        deadline -> {
          JunosState view = device.view(deadline);
          mustBeUnused(view, vlan);
          String name = view.vlanName(vlan);
          if (name != null) {
            commits.make(
                _ -> "<vlans>" + VlanEdit.delete(name) + "</vlans>",
                "no VLAN " + vlan,
                _ -> Map.of(),
                deadline);
          }
          return view;
        });
  }

  private void mustBeUnused(JunosState view, VlanId vlan) {
    view.configured()
        .forEach(
            (port, _) -> {
              if (view.members(port).contains(vlan.toString())
                  || view.forwarding(port).tagged().contains(vlan)
                  || view.forwarding(port).untagged().contains(vlan)) {
                throw new BackendException.Refused(
                    endpoint.display(),
                    "port " + port + " carries VLAN " + vlan + "; detach it first");
              }
            });
  }

  @Override
  public List<Neighbour> neighbours(Duration within) {
    return talk(within, deadline -> Neighbours.heard(device.neighbours(deadline)));
  }

  @Override
  public List<MacAddress> learned(PortName port, Duration within) {
    return talk(within, deadline -> Neighbours.learned(device.addresses(deadline), port));
  }

  private interface Talk<T> {
    T until(Deadline deadline) throws IOException, RpcFailure;
  }

  private synchronized <T> T talk(Duration within, Talk<T> talk) {
    Deadline deadline = Deadline.in(within);
    try {
      return talk.until(deadline);
    } catch (IOException e) {
      throw JunosFailure.of(endpoint, e, deadline);
    } catch (RpcFailure e) {
      throw JunosFailure.of(endpoint, e);
    }
  }

  @Override
  public synchronized void close() {
    device.close();
  }
}
