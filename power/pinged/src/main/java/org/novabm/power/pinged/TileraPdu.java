package org.novabm.power.pinged;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** One machine behind the operator's program. */
final class TileraPdu implements PowerManager {

  private final Ping ping;
  private final TileraPduSettings settings;

  TileraPdu(Ping ping, TileraPduSettings settings) {
    this.ping = ping;
    this.settings = settings;
  }

  @Override
  public PowerState state(Duration within) {
    return ping.state(Deadline.in(within));
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    Deadline deadline = Deadline.in(within);
    return switch (action) {
      case ON ->
          ping.state(deadline) == PowerState.ON
              ? PowerState.ON
              : order(settings.on(), PowerState.ON, deadline);
      // always: a machine that hangs does not answer, and is on
      case OFF -> order(settings.off(), PowerState.OFF, deadline);
      case SOFT_OFF -> softly(deadline);
      case CYCLE, RESET -> restart(deadline);
    };
  }

  private PowerState softly(Deadline deadline) {
    if (ping.state(deadline) == PowerState.OFF) {
      return PowerState.OFF;
    }
    throw new BackendException.Unsupported(
        ping.display(), "an outlet cannot ask an operating system to shut down; switch it off");
  }

  private PowerState restart(Deadline deadline) {
    if (order(settings.off(), PowerState.OFF, deadline) == PowerState.ON) {
      return PowerState.ON;
    }
    try {
      Thread.sleep(Math.min(settings.pause().toMillis(), deadline.leftMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          ping.display(), "interrupted between off and on; the machine is off", e);
    }
    return order(settings.on(), PowerState.ON, deadline);
  }

  private PowerState order(int mode, PowerState wanted, Deadline deadline) {
    List<String> line = List.of(settings.program(), settings.pduAddress(), "" + mode);
    OwnProgram.run(ping.display(), line, deadline);
    return ping.await(wanted, deadline);
  }

  /** Nothing is kept between commands. */
  @Override
  public void close() {}
}
