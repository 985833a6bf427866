package org.novabm.console;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.novabm.spi.power.SerialLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine's console: a serial line that is open while it is recorded or somebody looks at it,
 * and opened again when it breaks. One thread reads it and hands on what was said.
 */
final class NodeConsole {

  private static final Logger log = LoggerFactory.getLogger(NodeConsole.class);

  /** Silence after which what waits for the end of its line is written. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final String name;
  private final Opener opener;
  private final Seats seats = new Seats();
  private volatile @Nullable ConsoleLog recording;
  private @Nullable UUID recordedInstance;
  private volatile @Nullable SerialLine line;
  private Claim claim = Claim.IF_FREE;
  private boolean running;
  private boolean hurry;

  /** Goes to the machine's line. */
  interface Opener {

    /**
     * @throws BackendException when there is no way to it now
     */
    SerialLine open(Claim claim);
  }

  NodeConsole(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  /** Records for an instance; goes on when it does so already. */
  synchronized void record(UUID instance, Supplier<ConsoleLog> into) {
    if (recording == null || !instance.equals(recordedInstance)) {
      recording = into.get();
      recordedInstance = instance;
    }
    start();
  }

  synchronized void stopRecording() {
    recording = null;
    leaveIfUnwanted();
  }

  /** Everybody gets up, and the line is left before this returns. */
  void leave() {
    SerialLine open;
    synchronized (this) {
      seats.clear();
      recording = null;
      notifyAll();
      open = line;
    }
    if (open != null) {
      open.close();
    }
  }

  /** Takes a seat; without the keyboard when another has it. */
  synchronized ConsoleSeat join(ConsoleViewer viewer, Role wanted, Claim wantedClaim) {
    ConsoleSeat seat = seats.add(viewer, wanted, this::present, this::leaveIfUnwanted);
    if (line != null) {
      viewer.told("the console of " + name);
    } else if (wantedClaim == Claim.TAKE_OVER) {
      claim = wantedClaim;
    }
    start();
    return seat;
  }

  private @Nullable SerialLine present() {
    return line;
  }

  private synchronized boolean isWanted() {
    return recording != null || !seats.isEmpty();
  }

  private void start() {
    hurry = true;
    notifyAll();
    if (!running) {
      running = true;
      Thread.ofVirtual().name("console " + name).start(this::run);
    }
  }

  private synchronized void leaveIfUnwanted() {
    SerialLine open = line;
    if (!isWanted()) {
      notifyAll();
      if (open != null) {
        Thread.ofVirtual().name("console-farewell").start(open::close);
      }
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (goesOn()) {
        boolean opened = false;
        try (SerialLine open = opener.open(takeClaim())) {
          opened = true;
          line = open;
          seats.tell("the console of " + name);
          read(open);
        } catch (BackendException e) {
          pause = opened ? FIRST_PAUSE : pause;
          broken(e, opened, pause);
        } finally {
          line = null;
        }
        pause = rest(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("the console of {} is not read any more", name, e);
      seats.tell("the console failed; the service's log has the reason");
      end();
    }
  }

  /** Ends the thread under the lock, so that whoever comes next starts another. */
  private synchronized boolean goesOn() {
    running = isWanted();
    hurry = false;
    return running;
  }

  private synchronized void end() {
    running = false;
  }

  private synchronized Claim takeClaim() {
    Claim now = claim;
    claim = Claim.IF_FREE;
    return now;
  }

  private void read(SerialLine open) {
    while (isWanted()) {
      ConsoleLog into = recording;
      byte[] said = open.read(into != null && into.hasPart() ? MOMENT : LONG);
      if (into != null) {
        put(into, said);
      }
      seats.pass(said);
    }
  }

  private void put(ConsoleLog into, byte[] said) {
    try {
      if (said.length == 0) {
        into.flush();
      } else {
        into.add(said);
      }
    } catch (UncheckedIOException e) {
      log.warn("{}: its console is not recorded any more: {}", name, e.getMessage());
      stopRecording();
    }
  }

  private void broken(BackendException e, boolean opened, Duration pause) {
    String again = "; tried again in " + pause.toSeconds() + " s";
    seats.tell(e.getMessage() + again);
    if (recording != null && (opened || pause.equals(FIRST_PAUSE))) {
      log.info("{}: its console is not recorded just now: {}", name, e.getMessage());
    }
  }

  private synchronized Duration rest(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toMillis();
        isWanted() && !hurry && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    Duration next = pause.multipliedBy(2);
    return hurry ? FIRST_PAUSE : next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }
}
