package org.novabm.power.virsh;

import java.time.Duration;
import java.util.Set;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** The power of one virtual machine. */
final class VirshPowerManager implements PowerManager {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** Words of domstate for a machine that holds memory and could run on. */
  private static final Set<String> ON =
      Set.of("running", "idle", "paused", "in shutdown", "pmsuspended", "blocked");

  private static final Set<String> OFF = Set.of("shut off", "crashed");

  private final Domain domain;
  private final Virsh virsh;

  VirshPowerManager(Domain domain, Virsh virsh) {
    this.domain = domain;
    this.virsh = virsh;
  }

  @Override
  public PowerState state(Duration within) {
    return read(Deadline.in(within));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    Deadline deadline = Deadline.in(within);
    boolean on = read(deadline) == PowerState.ON;
    return switch (action) {
      case ON -> on ? PowerState.ON : order("start", PowerState.ON, deadline);
      case OFF -> on ? order("destroy", PowerState.OFF, deadline) : PowerState.OFF;
      case SOFT_OFF -> on ? order("shutdown", PowerState.OFF, deadline) : PowerState.OFF;
      case RESET -> order(on ? "reset" : "start", PowerState.ON, deadline);
      case CYCLE -> {
        if (on && order("destroy", PowerState.OFF, deadline) == PowerState.ON) {
          yield PowerState.ON;
        }
        yield order("start", PowerState.ON, deadline);
      }
    };
  }

  private PowerState read(Deadline deadline) {
    ForeignProgram.Ending answer = virsh.run("domstate", deadline);
    if (!answer.done()) {
      throw failure("domstate", answer);
    }
    String state = answer.text().strip();
    if (ON.contains(state)) {
      return PowerState.ON;
    }
    if (OFF.contains(state)) {
      return PowerState.OFF;
    }
    throw new BackendException.ProtocolViolation(
        domain.display(), "is '%s', which is neither on nor off".formatted(answer.brief()));
  }

  /** What somebody else did at the same moment is no failure. */
  private PowerState order(String command, PowerState wanted, Deadline deadline) {
    ForeignProgram.Ending answer = virsh.run(command, deadline);
    if (!answer.done() && read(deadline) != wanted) {
      throw failure(command, answer);
    }
    PowerState state = read(deadline);
    while (state != wanted && pause(deadline)) {
      state = read(deadline);
    }
    return state;
  }

  private BackendException failure(String command, ForeignProgram.Ending answer) {
    String all = answer.all();
    String text = answer.brief();
    if (all.contains("failed to connect") || all.contains("Cannot recv data")) {
      return new BackendException.Unreachable(
          domain.display(),
          "no libvirt at %s: %s; check host, key and that its service runs"
              .formatted(domain.uri(), text));
    }
    return new BackendException.Refused(
        domain.display(), "virsh %s %s: %s".formatted(command, domain.name(), text));
  }

  /** False when the deadline is over. */
  private boolean pause(Deadline deadline) {
    try {
      Thread.sleep(Math.min(LOOK_AGAIN.toMillis(), deadline.leftMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          domain.display(), "interrupted while the machine was watched", e);
    }
    return !deadline.isOver();
  }

  /** Nothing is kept between commands. */
  @Override
  public void close() {}
}
