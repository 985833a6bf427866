package org.novabm.netswitch.junos;

import java.io.IOException;
import java.time.Duration;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/** Waits for the candidate, and says who has it. */
final class CandidateLock {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final JunosSwitch device;
  private final Duration patience;

  CandidateLock(Endpoint endpoint, JunosSwitch device, Duration patience) {
    this.endpoint = endpoint;
    this.device = device;
    this.patience = patience;
  }

  /**
   * Locks the candidate.
   *
   * @throws BackendException.Unreachable when another has it all the time
   * @throws BackendException.Refused when somebody left edits in it
   */
  void take(Deadline deadline) throws IOException, RpcFailure {
    Deadline end = deadline.butWithin(patience);
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        device.lock(deadline);
        return;
      } catch (RpcFailure denied) {
        if (!denied.isLockDenied()) {
          throw denied;
        }
        if (denied.error().sessionId().equals("0")) {
          throw foreignEdits(denied, deadline);
        }
        if (end.leftMillis() <= pause.toMillis()) {
          throw new BackendException.Unreachable(
              endpoint.display(),
              "somebody else edits the configuration, and did not end within %d s: %s"
                  .formatted(patience.toSeconds(), denied.error().message()),
              denied);
        }
        pause(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private static void pause(Duration length) throws IOException {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private BackendException foreignEdits(RpcFailure denied, Deadline deadline)
      throws IOException, RpcFailure {
    return new BackendException.Refused(
        endpoint.display(),
        "somebody left uncommitted edits; commit them or 'rollback 0' at the switch:\n"
            + device.difference(deadline),
        denied);
  }
}
