package org.novabm.rack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.AcceleratorProbe;
import org.novabm.rack.machine.Bmc;
import org.novabm.rack.machine.MachineFiles;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Waiting;

/** Brings a rack up, or repairs one. */
final class RackStart {

  private final RackPlan plan;
  private final RackFolder folder;
  private final Narrator narrator;

  RackStart(RackPlan plan, Narrator narrator) {
    this.plan = plan;
    this.folder = new RackFolder(plan.folder());
    this.narrator = narrator;
  }

  Rack run() {
    if (plan.network().isSwitched() && !Rights.isRoot()) {
      throw new RackException(
          "a rack with a switch needs root; without: virtual-rack up --network user");
    }
    try (RackLock _ = RackLock.take(folder)) {
      return Files.exists(folder.file()) ? repaired() : fresh();
    }
  }

  private Rack fresh() {
    Requirement.check(Bmc.requirements(plan.firmware()));
    RackRecord record = new RackDraft(plan, accelerator()).record();
    Rack rack = new Rack(folder, record, narrator);
    Requirement.check(rack.network().requirements());
    rack.network().checkFree();
    // on disk before anything runs, so that "down" finds all of it whatever happens
    RackFile.write(folder, record);
    try {
      ensure(rack);
    } catch (RuntimeException | Error failure) {
      narrator.say("failed; stopping what was started, the logs stay in " + folder.path());
      undo(failure, () -> stopAndClear(rack));
      throw failure;
    }
    return ready(rack);
  }

  /** What could not be stopped stays on record for a later "down". */
  private void stopAndClear(Rack rack) {
    rack.stop();
    folder.clear(Logs.KEEP);
  }

  private Rack repaired() {
    Rack rack = new Rack(folder, RackFile.read(folder), narrator);
    if (!rack.record().fits(plan)) {
      throw new RackException(
          "a rack with another plan is in %s; take it down first: virtual-rack down --dir %s"
              .formatted(folder.path(), folder.path()));
    }
    List<Daemon> dead = rack.daemons().stream().filter(daemon -> !daemon.alive()).toList();
    narrator.say(
        dead.isEmpty()
            ? "the rack in %s is up already".formatted(folder.path())
            : "repairing the rack in %s: %s"
                .formatted(folder.path(), dead.stream().map(Daemon::name).toList()));
    try {
      ensure(rack);
    } catch (RuntimeException | Error failure) {
      dead.reversed().forEach(one -> undo(failure, () -> one.stop(new Waiting(narrator))));
      throw failure;
    }
    return dead.isEmpty() ? rack : ready(rack);
  }

  private void ensure(Rack rack) {
    rack.network().ensure();
    Path hook = MachineFiles.writeHook(folder.path());
    for (RackNode node : rack.nodes()) {
      rack.network().ensurePort(node.tap());
      MachineFiles.write(
          rack.machine(node), folder.node(node.number()), hook, rack.record().accelerator());
    }
    rack.nodes().forEach(node -> rack.bmc(node).ensure());
  }

  private Rack ready(Rack rack) {
    narrator.say(
        "the rack is up with %d node(s); see %s".formatted(rack.nodes().size(), folder.file()));
    return rack;
  }

  private Accelerator accelerator() {
    Accelerator chosen = plan.accelerator();
    return chosen != null ? chosen : new AcceleratorProbe(narrator).probe(plan.kernel());
  }

  private void undo(Throwable failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      narrator.say("and could not undo all of it: " + e.getMessage());
      failure.addSuppressed(e);
    }
  }
}
