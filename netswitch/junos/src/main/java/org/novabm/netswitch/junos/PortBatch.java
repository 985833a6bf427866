package org.novabm.netswitch.junos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** Moves many ports in one commit, and each port's fault is its own. */
final class PortBatch {

  private final Endpoint endpoint;
  private final PortReading reading;
  private final ConfirmedCommit commits;
  private final @Nullable VlanId quarantine;

  PortBatch(
      Endpoint endpoint,
      PortReading reading,
      ConfirmedCommit commits,
      @Nullable VlanId quarantine) {
    this.endpoint = endpoint;
    this.reading = reading;
    this.commits = commits;
    this.quarantine = quarantine;
  }

  /** Puts a change to those that are still to be made, or its outcome to the others. */
  void sort(
      JunosState view,
      PortChange change,
      List<PortChange> open,
      Map<PortName, ChangeOutcome> outcomes) {
    try {
      reading.mustBeMovable(view, change.port());
      PortEdit edit = edit(view, change);
      if (edit.isDone(view, change.port().text()) && isAsWanted(view, change)) {
        outcomes.put(change.port(), made(view, change));
      } else {
        open.add(change);
      }
    } catch (BackendException e) {
      outcomes.put(change.port(), new ChangeOutcome.NotMade(e));
    }
  }

  private PortEdit edit(JunosState view, PortChange change) {
    if (quarantine != null
        && change.wanted() instanceof Segment segment
        && segment.carries(quarantine)) {
      throw new BackendException.Refused(
          endpoint.display(),
          "VLAN " + quarantine + " marks idle ports; choose another, or another quarantine_vlan");
    }
    PortEdit edit = new PortEdit(change.wanted(), quarantine);
    for (VlanId vlan : edit.vlans()) {
      String conflict = VlanEdit.conflict(view, Vlan.of(vlan));
      if (conflict != null) {
        throw new BackendException.Refused(endpoint.display(), conflict);
      }
    }
    return edit;
  }

  private boolean isAsWanted(JunosState view, PortChange change) {
    PortMode mode = reading.mode(view, change.port());
    return change.wanted().equals(mode);
  }

  private static ChangeOutcome made(JunosState view, PortChange change) {
    return view.has(change.port().text())
        ? new ChangeOutcome.Made(new PortState(change.port(), change.wanted()))
        : new ChangeOutcome.NotMade(
            new BackendException.Unreachable(change.port().text(), "the port is gone"));
  }

  /**
   * Makes the changes in one commit. A commit that the switch refuses is halved until the port it
   * refuses stands alone; ports that do not follow are left out and the others made again.
   */
  void make(List<PortChange> changes, Map<PortName, ChangeOutcome> outcomes, Deadline deadline)
      throws IOException, RpcFailure {
    if (changes.isEmpty()) {
      return;
    }
    try {
      ConfirmedCommit.Result result =
          commits.make(
              view -> plan(view, changes).xml(),
              CommitPlan.purpose(changes),
              view -> doubts(view, changes),
              deadline);
      settle(changes, result, outcomes, deadline);
    } catch (RpcFailure refused) {
      if (changes.size() == 1) {
        outcomes.put(
            changes.getFirst().port(),
            new ChangeOutcome.NotMade(JunosFailure.of(endpoint, refused)));
        return;
      }
      int half = changes.size() / 2;
      make(changes.subList(0, half), outcomes, deadline);
      make(changes.subList(half, changes.size()), outcomes, deadline);
    }
  }

  private CommitPlan plan(JunosState view, List<PortChange> changes) {
    Map<PortChange, PortEdit> edits = new LinkedHashMap<>();
    changes.forEach(change -> edits.put(change, edit(view, change)));
    return CommitPlan.of(view, edits);
  }

  private Map<PortName, String> doubts(JunosState view, List<PortChange> changes) {
    Map<PortName, String> doubts = new LinkedHashMap<>();
    for (PortChange change : changes) {
      if (!isAsWanted(view, change)) {
        doubts.put(change.port(), PortReading.describe(view.forwarding(change.port().text())));
      }
    }
    return doubts;
  }

  private void settle(
      List<PortChange> changes,
      ConfirmedCommit.Result result,
      Map<PortName, ChangeOutcome> outcomes,
      Deadline deadline)
      throws IOException, RpcFailure {
    List<PortChange> again = new ArrayList<>();
    for (PortChange change : changes) {
      String doubt = result.doubts().get(change.port());
      if (doubt != null) {
        outcomes.put(change.port(), new ChangeOutcome.NotMade(didNotFollow(change, doubt)));
      } else if (result.doubts().isEmpty()) {
        outcomes.put(change.port(), made(result.now(), change));
      } else {
        again.add(change);
      }
    }
    make(again, outcomes, deadline);
  }

  private BackendException didNotFollow(PortChange change, String doubt) {
    return new BackendException.ProtocolViolation(
        endpoint.display(),
        "%s was set to %s and %s; the change was rolled back. Look at 'show ethernet-switching interface %s'"
            .formatted(change.port(), change.wanted(), doubt, change.port()));
  }

  String preview(List<PortChange> changes, JunosState view, Deadline deadline)
      throws IOException, RpcFailure {
    return plan(view, changes).isEmpty()
        ? ""
        : commits.preview(now -> plan(now, changes).xml(), deadline);
  }
}
