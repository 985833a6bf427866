package org.novabm.power.ipmi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SolPacket;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.SerialLine;

/**
 * A machine's serial line over LAN (IPMI 2.0, section 15). The thread that reads does everything:
 * it acknowledges, sends what was typed, again until that is acknowledged, and keeps the session.
 * One packet is on its way at a time, either way.
 */
final class SolLine implements SerialLine {

  /** A BMC that does not acknowledge is believed to be there for so many of the longest times. */
  private static final int PATIENCE = 4;

  private static final Duration LONGEST_QUIET = Duration.ofSeconds(12);

  /** So often a BMC may refuse what was typed until it is dropped: the machine is off. */
  private static final int MOST_REFUSALS = 50;

  /** Before the rest of a packet is sent of which the BMC took only a part. */
  private static final Duration BREATH = Duration.ofMillis(100);

  private final String name;
  private final Session session;
  private final int mostCharacters;
  private final IpmiSettings settings;
  private final Typed typed = new Typed();
  private final ReentrantLock turn = new ReentrantLock();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private @Nullable Sending sending;
  private long nextLook = System.nanoTime();
  private int refusals;
  private int ownSequence;
  private int lastHeard;
  private int lastSize;
  private volatile boolean closing;
  private boolean closed;

  /** A packet that the BMC has not acknowledged. */
  private static final class Sending {
    private final SolPacket packet;
    private final CommandDeadline end;
    private final DoublingPauses backoff;
    private long next;

    Sending(SolPacket packet, CommandDeadline end, DoublingPauses backoff, long first) {
      this.packet = packet;
      this.end = end;
      this.backoff = backoff;
      this.next = first;
    }
  }

  SolLine(String name, Session session, int mostCharacters, IpmiSettings settings) {
    this.name = name;
    this.session = session;
    this.mostCharacters = mostCharacters;
    this.settings = settings;
  }

  @Override
  public byte[] read(Duration within) {
    CommandDeadline deadline = CommandDeadline.in(within);
    turn.lock();
    try {
      while (said.size() == 0 && !closing && !deadline.isOver()) {
        send();
        keep();
        SolPacket packet = session.hear(untilNext(deadline));
        if (packet != null) {
          hear(packet);
        }
      }
      byte[] all = said.toByteArray();
      said.reset();
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name, "interrupted at the serial line", e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(name, "cannot send: " + e.getMessage(), e);
    } finally {
      turn.unlock();
    }
  }

  /** Until something must be sent. */
  private long untilNext(CommandDeadline deadline) {
    long quietAfter = quiet().toNanos() - session.nanosSinceAnswer();
    long look = Math.max(quietAfter, nextLook - System.nanoTime());
    long left = Math.clamp(look, 0, deadline.remainingNanos());
    Sending open = sending;
    return open == null ? left : Math.clamp(open.next - System.nanoTime(), 0, left);
  }

  private void send() throws IOException {
    if (sending == null) {
      SolPacket next = typed.next(nextSequence(), mostCharacters);
      if (next == null) {
        return;
      }
      begin(next, System.nanoTime());
    }
    Sending open = sending;
    if (open == null || open.next - System.nanoTime() > 0) {
      return;
    }
    if (open.end.isOver()) {
      throw broken("the BMC does not take what is typed");
    }
    open.next = System.nanoTime() + open.backoff.nextNanos(open.end);
    session.tell(open.packet);
  }

  private void begin(SolPacket packet, long first) {
    ownSequence = packet.sequence();
    sending = new Sending(packet, CommandDeadline.in(patience()), session.betweenSendings(), first);
  }

  /** Some BMCs give up a session after half a minute. */
  private Duration quiet() {
    Duration half = settings.sessionIdle().dividedBy(2);
    return half.compareTo(LONGEST_QUIET) < 0 ? half : LONGEST_QUIET;
  }

  private Duration patience() {
    return settings.longestTimeout().multipliedBy(PATIENCE);
  }

  private int nextSequence() {
    return ownSequence % SolPacket.HIGHEST_SEQUENCE + 1;
  }

  /**
   * A BMC that still answers is there; its line may be silent for days. Commands are what keeps a
   * session: the packets of the line do not, with some BMCs.
   */
  private void keep() throws IOException {
    long since = session.nanosSinceAnswer() - quiet().toNanos();
    if (since > patience().toNanos()) {
      throw broken("the BMC does not answer any more" + session.complaint());
    }
    long now = System.nanoTime();
    if (since >= 0 && now - nextLook >= 0) {
      nextLook = now + settings.firstTimeout().toNanos();
      session.tell(IpmiCommand.getDeviceId());
    }
  }

  private void hear(SolPacket packet) throws IOException {
    acknowledged(packet);
    if (packet.has(SolPacket.DEACTIVATED)) {
      throw broken("the BMC has ended the serial line; somebody else took it, or the BMC restarts");
    }
    if (packet.sequence() != 0) {
      int known = packet.sequence() == lastHeard ? lastSize : 0;
      byte[] characters = packet.characters().toByteArray();
      said.writeBytes(
          Arrays.copyOfRange(characters, Math.min(known, characters.length), characters.length));
      lastHeard = packet.sequence();
      lastSize = Math.max(known, characters.length);
      session.tell(SolPacket.acknowledging(packet.sequence(), characters.length));
    }
  }

  /** The rest of a packet of which the BMC took only a part is another packet. */
  private void acknowledged(SolPacket packet) {
    Sending open = sending;
    if (open == null || packet.acknowledges() != open.packet.sequence()) {
      return;
    }
    sending = null;
    Octets sent = open.packet.characters();
    if (packet.accepted() >= sent.size() || ++refusals == MOST_REFUSALS) {
      refusals = 0;
    } else {
      byte[] rest = Arrays.copyOfRange(sent.toByteArray(), packet.accepted(), sent.size());
      begin(
          new SolPacket(nextSequence(), 0, 0, 0, Octets.copyOf(rest)),
          System.nanoTime() + BREATH.toNanos());
    }
  }

  private BackendException.Unreachable broken(String why) {
    return new BackendException.Unreachable(name, why);
  }

  @Override
  public int write(byte[] keys) {
    int room = typed.add(keys);
    session.wake();
    return room;
  }

  @Override
  public void sendBreak() {
    typed.addBreak();
    session.wake();
  }

  @Override
  public void close() {
    closing = true;
    session.wake();
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        session.ask(
            IpmiCommand.deactivateSerialLine(), CommandDeadline.in(settings.firstTimeout()));
        session.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.forget();
    } catch (IOException e) {
      session.forget();
    } finally {
      turn.unlock();
    }
  }
}
