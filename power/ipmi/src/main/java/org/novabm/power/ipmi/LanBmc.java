package org.novabm.power.ipmi;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A BMC by RMCP+: keeps a session while it is used, and makes a new one when the BMC forgot the
 * old.
 */
final class LanBmc implements IpmiBmc {

  private static final Logger log = LoggerFactory.getLogger(LanBmc.class);

  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final String name;
  private final IpmiSettings settings;
  private final SessionSource sessions;
  private final KeepAlive keepAlive;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Session session;
  private boolean closed;

  LanBmc(Endpoint endpoint, IpmiSettings settings, SharedSocket sockets, KeepAlive keepAlive) {
    this.name = endpoint.display();
    this.settings = settings;
    this.keepAlive = keepAlive;
    this.sessions = new SessionSource(endpoint, settings, sockets);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public IpmiResponse ask(IpmiCommand command, CommandDeadline deadline) {
    turn.lock();
    try {
      return askInTurn(command, deadline);
    } finally {
      turn.unlock();
    }
  }

  private IpmiResponse askInTurn(IpmiCommand command, CommandDeadline deadline) {
    if (closed) {
      throw new IllegalStateException(name + ": the power manager is closed");
    }
    try {
      IpmiResponse response = askInOldSession(command, deadline);
      return response != null ? response : askWhileBusy(logIn(deadline), command, deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          name, "interrupted while waiting for an answer to " + command.name(), e);
    } catch (IOException e) {
      forget();
      throw new BackendException.Unreachable(
          name, "cannot send " + command.name() + ": " + e.getMessage(), e);
    }
  }

  /** Null when there is no session, or the one there is does not answer any more. */
  private @Nullable IpmiResponse askInOldSession(IpmiCommand command, CommandDeadline deadline)
      throws IOException, InterruptedException {
    Session old = session;
    if (old == null) {
      return null;
    }
    if (!old.isStale()) {
      IpmiResponse response = old.ask(command, patience(deadline));
      if (response != null) {
        return response.completion().verdict() == Verdict.BUSY
            ? askWhileBusy(old, command, deadline)
            : response;
      }
      log.debug("{}: no answer in the session, a new one is made", name);
    }
    leave(old);
    return null;
  }

  /** A session that worked before gets a few sendings, and leaves time to make another. */
  private CommandDeadline patience(CommandDeadline deadline) {
    Duration half = Duration.ofNanos(deadline.remainingNanos() / 2);
    return deadline.sooner(half).sooner(settings.firstTimeout().multipliedBy(3));
  }

  private Session logIn(CommandDeadline deadline) throws IOException, InterruptedException {
    Session fresh = sessions.logIn(deadline);
    session = fresh;
    keepAlive.add(this);
    return fresh;
  }

  private IpmiResponse askWhileBusy(Session used, IpmiCommand command, CommandDeadline deadline)
      throws IOException, InterruptedException {
    IpmiResponse response = used.askWhileBusy(command, deadline);
    if (response == null) {
      leave(used);
      throw sessions.refusals().noAnswer(command.name(), used.complaint());
    }
    return response;
  }

  /** Whether the session should be used soon. */
  boolean isQuiet() {
    Session open = session;
    return open != null && open.isQuiet();
  }

  /** Asks something harmless, unless the session is in use; one that does not answer is left. */
  void keepAlive() {
    if (!turn.tryLock()) {
      return;
    }
    try {
      Session open = session;
      if (open != null
          && open.isQuiet()
          && open.ask(IpmiCommand.getChassisStatus(), patience(CommandDeadline.in(A_WHILE)))
              == null) {
        leave(open);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      forget();
    } finally {
      turn.unlock();
    }
  }

  private void leave(Session old) throws IOException {
    session = null;
    keepAlive.remove(this);
    old.abandon();
  }

  /** The socket is broken, and the session with it. */
  private void forget() {
    Session broken = session;
    session = null;
    keepAlive.remove(this);
    if (broken != null) {
      broken.forget();
    }
  }

  /** Closes the session, if one is open; a BMC that does not answer closes it by itself. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      Session open = session;
      session = null;
      keepAlive.remove(this);
      if (open == null) {
        return;
      }
      if (open.isStale() || Thread.currentThread().isInterrupted()) {
        open.abandon();
      } else {
        open.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("{}: the session could not be closed", name, e);
    } finally {
      turn.unlock();
    }
  }
}
