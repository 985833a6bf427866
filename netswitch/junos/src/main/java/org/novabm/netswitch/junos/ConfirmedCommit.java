package org.novabm.netswitch.junos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.PortName;

/**
 * One change of the configuration: lock, edit, a confirmed commit, a look at what forwards, and the
 * confirmation; or, on any doubt, back to what was before.
 *
 * <p>An answer that is lost is not guessed: each commit carries a mark of its own in its comment,
 * and the switch's commit log is asked for it over a new session.
 */
final class ConfirmedCommit {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** How a change ended. */
  record Result(JunosState now, Map<PortName, String> doubts) {}

  private final Endpoint endpoint;
  private final JunosSwitch device;
  private final JunosSettings settings;
  private final CandidateLock lock;

  ConfirmedCommit(Endpoint endpoint, JunosSwitch device, JunosSettings settings) {
    this.endpoint = endpoint;
    this.device = device;
    this.settings = settings;
    this.lock = new CandidateLock(endpoint, device, settings.lockPatience());
  }

  /** What is changed, made from what is read under the lock. */
  interface Edit {
    String from(JunosState view);
  }

  /**
   * Makes the change.
   *
   * @param purpose for the comment of the commit
   * @param doubts which ports do not forward as they should, and what they do; all of the change is
   *     taken back when there is one
   * @throws BackendException when nothing is changed, or, as the message then says, nobody knows
   */
  Result make(
      Edit edit,
      String purpose,
      Function<JunosState, Map<PortName, String>> doubts,
      Deadline deadline)
      throws IOException, RpcFailure {
    lock.take(deadline);
    boolean clean = false;
    try {
      JunosState before = device.view(deadline);
      String xml = edit.from(before);
      if (!xml.isEmpty()) {
        device.edit(xml, deadline);
      }
      Result result =
          xml.isEmpty() || device.difference(deadline).isEmpty()
              ? new Result(before, doubts.apply(before))
              : commit(mark(purpose), doubts, deadline);
      clean = true;
      return result;
    } finally {
      release(clean, deadline);
    }
  }

  private static String mark(String purpose) {
    return "novabm " + UUID.randomUUID().toString().substring(0, 8) + " " + purpose;
  }

  /** What the change would be, in the switch's words; changes nothing. */
  String preview(Edit edit, Deadline deadline) throws IOException, RpcFailure {
    lock.take(deadline);
    try {
      String xml = edit.from(device.view(deadline));
      if (xml.isEmpty()) {
        return "";
      }
      device.edit(xml, deadline);
      return device.difference(deadline);
    } finally {
      release(false, deadline);
    }
  }

  /** Only our own edits are discarded: we hold the lock. A session that is gone has let it go. */
  private void release(boolean clean, Deadline deadline) {
    try {
      if (!clean) {
        device.discard(deadline);
      }
      device.unlock(deadline);
    } catch (IOException | RpcFailure e) {
      device.close();
    }
  }

  private Result commit(
      String mark, Function<JunosState, Map<PortName, String>> doubts, Deadline deadline)
      throws IOException, RpcFailure {
    try {
      device.commitConfirmed(settings.confirmMinutes(), mark, deadline);
    } catch (IOException lost) {
      resume(mark, lost, deadline);
    }
    Result seen = look(doubts, deadline);
    if (seen.doubts().isEmpty()) {
      confirm(mark, deadline);
    } else {
      rollBack(mark, deadline);
    }
    return seen;
  }

  /** Goes on after a lost answer if the commit was made. */
  private void resume(String mark, IOException lost, Deadline deadline)
      throws IOException, RpcFailure {
    if (deadline.isOver()) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "a commit was not answered in time; if it was made, it rolls back within "
              + settings.confirmMinutes()
              + " min",
          lost);
    }
    lock.take(deadline);
    if (!newest(device.commitLog(deadline)).equals(mark)) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "the session broke before the commit was made (it is not in the commit log); nothing is"
              + " changed",
          lost);
    }
  }

  private static String newest(List<String> log) {
    return log.isEmpty() ? "" : log.getFirst();
  }

  /** The ports follow a commit with a delay; what they do at the end of our patience counts. */
  private Result look(Function<JunosState, Map<PortName, String>> doubts, Deadline deadline)
      throws IOException, RpcFailure {
    Deadline end = deadline.butWithin(settings.proofPatience());
    while (true) {
      JunosState now = device.view(deadline);
      Result result = new Result(now, doubts.apply(now));
      if (result.doubts().isEmpty() || end.leftMillis() <= LOOK_AGAIN.toMillis()) {
        return result;
      }
      try {
        Thread.sleep(LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /**
   * Confirms, and looks into the log whether our commit is the one that was confirmed: the timer
   * may have been faster.
   */
  private void confirm(String mark, Deadline deadline) throws IOException, RpcFailure {
    String confirmed = mark + " confirmed";
    try {
      device.commit(confirmed, deadline);
    } catch (IOException lost) {
      again(mark, confirmed, lost, deadline);
    }
    List<String> log = device.commitLog(deadline);
    if (log.size() < 2 || !log.get(0).equals(confirmed) || !log.get(1).equals(mark)) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "the switch rolled the commit back before it was confirmed; raise confirm_timeout");
    }
  }

  private void again(String mark, String confirmed, IOException lost, Deadline deadline)
      throws IOException, RpcFailure {
    if (deadline.isOver()) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "the confirmation was not answered in time; if it was not made, the ports are back as they"
              + " were within "
              + settings.confirmMinutes()
              + " min",
          lost);
    }
    lock.take(deadline);
    if (newest(device.commitLog(deadline)).equals(mark)) {
      device.commit(confirmed, deadline);
    }
  }

  private void rollBack(String mark, Deadline deadline) throws IOException {
    try {
      device.loadBefore(deadline);
      device.commit(mark + " taken back", deadline);
    } catch (RpcFailure e) {
      throw new BackendException.ProtocolViolation(
          endpoint.display(),
          "the ports did not follow, and the switch does not roll the change back (%s); it will do so by itself within %d min"
              .formatted(e.getMessage(), settings.confirmMinutes()),
          e);
    }
  }
}
