package org.novabm.rack.bmc;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Serial over LAN on the BMC's side (IPMI 2.0, section 15): one console at a time, one packet on
 * its way until it is acknowledged.
 */
final class SimulatedSerialOverLan {

  /** The payload's type. */
  static final int TYPE = 1;

  /** Characters in one packet. */
  static final int MOST_CHARACTERS = 200;

  private static final int HEADER = 4;
  private static final int SEQUENCES = 15;
  private static final int NACK = 0x40;
  private static final int BREAK = 0x10;
  private static final int DEACTIVATED = 0x10;
  private static final int MOST_SENDINGS = 8;
  private static final long AGAIN_AFTER = Duration.ofMillis(100).toNanos();

  private final SerialPort port;
  private final Deque<byte[]> ready = new ArrayDeque<>();
  private @Nullable BmcSession session;
  private @Nullable SocketAddress console;
  private byte @Nullable [] unacknowledged;
  private int sendings;
  private long lastSending;
  private int ownSequence;
  private int lastHeard;
  private byte[] lastAnswer = new byte[0];

  SimulatedSerialOverLan(SerialPort port) {
    this.port = port;
  }

  boolean isActive() {
    return session != null;
  }

  boolean isActiveIn(BmcSession other) {
    return session == other;
  }

  @Nullable SocketAddress console() {
    return console;
  }

  void activate(BmcSession owner, SocketAddress at) {
    session = owner;
    console = at;
    unacknowledged = null;
    ready.clear();
    ownSequence = 0;
    lastHeard = 0;
  }

  /** The console is told; it may have been another's doing. */
  void deactivate() {
    ready.add(new byte[] {0, 0, 0, DEACTIVATED});
  }

  /** Nothing is heard any more of a session that is gone. */
  void forgetUnless(Predicate<BmcSession> there) {
    BmcSession owner = session;
    if (owner != null && !there.test(owner)) {
      forget();
    }
  }

  private void forget() {
    session = null;
    console = null;
    ready.clear();
  }

  /** A payload of the console's; its answers are {@link #next next}. */
  void hear(byte[] payload) {
    if (payload.length < HEADER) {
      return;
    }
    int acknowledged = payload[1] & 0x0f;
    byte[] sent = unacknowledged;
    if (acknowledged != 0 && sent != null && sent[0] == acknowledged) {
      unacknowledged = null;
      again(sent, payload);
    }
    int sequence = payload[0] & 0x0f;
    if (sequence == 0) {
      return;
    }
    if (sequence != lastHeard) {
      lastHeard = sequence;
      byte[] typed = Arrays.copyOfRange(payload, HEADER, payload.length);
      if ((payload[3] & BREAK) != 0) {
        port.breakSent();
      }
      int taken = port.type(typed);
      int status = taken < typed.length ? NACK : 0;
      lastAnswer = new byte[] {0, (byte) sequence, (byte) taken, (byte) status};
    }
    ready.add(lastAnswer);
  }

  /** Characters that the console had no room for are sent once more. */
  private void again(byte[] sent, byte[] answer) {
    int taken = answer[2] & 0xff;
    boolean refused = (answer[3] & NACK) != 0;
    if (refused && HEADER + taken < sent.length) {
      send(Arrays.copyOfRange(sent, HEADER + taken, sent.length));
    }
  }

  /**
   * A packet that is to be sent now, or null.
   *
   * @param now nanoseconds
   */
  byte @Nullable [] next(long now) {
    BmcSession owner = session;
    if (owner == null) {
      return null;
    }
    byte[] payload = ready.isEmpty() ? characters(now) : ready.remove();
    if (payload == null) {
      return null;
    }
    byte[] packet = owner.seal(TYPE, payload);
    if ((payload[3] & DEACTIVATED) != 0) {
      forget();
    }
    return packet;
  }

  private byte @Nullable [] characters(long now) {
    if (unacknowledged == null) {
      byte[] said = port.take(MOST_CHARACTERS);
      return said.length == 0 ? null : sent(send(said), now);
    }
    if (now - lastSending < AGAIN_AFTER) {
      return null;
    }
    if (sendings == MOST_SENDINGS) {
      unacknowledged = null;
      return null;
    }
    return sent(unacknowledged, now);
  }

  private byte[] send(byte[] characters) {
    ownSequence = ownSequence % SEQUENCES + 1;
    byte[] payload = new Bytes().all(ownSequence, 0, 0, 0).raw(characters).done();
    unacknowledged = payload;
    sendings = 0;
    lastSending = System.nanoTime() - AGAIN_AFTER;
    return payload;
  }

  private byte[] sent(byte[] payload, long now) {
    sendings++;
    lastSending = now;
    return payload;
  }

  /** When to ask for the {@link #next next} packet although nothing happens; 0 for never. */
  long nextDue() {
    return session == null || unacknowledged == null ? 0 : lastSending + AGAIN_AFTER;
  }
}
