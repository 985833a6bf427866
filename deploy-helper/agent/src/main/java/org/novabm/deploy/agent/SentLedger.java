package org.novabm.deploy.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Counts what was sent to each session since the job book was told. It stays here until then, for
 * those who send must not wait for a database. Bounded: of more sessions than {@value #MOST} the
 * one that was sent to longest ago is forgotten, and would have to fetch its image again.
 */
final class SentLedger implements DeliveryListener {

  /** Sessions. */
  static final int MOST = 512;

  /** Of one: 48 pieces of 24 bytes with their lists' places, the key with its digest, the entry. */
  static final int BYTES = 2048;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Map<SessionKey, Sent> sent = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What was sent.
   *
   * @param image of the image, as it is stored
   * @param drive of the config drive
   */
  record Sent(SentBytes image, SentBytes drive) {

    static final Sent NOTHING = new Sent(SentBytes.NONE, SentBytes.NONE);

    private Sent with(Content content, long from, long to) {
      return switch (content) {
        case IMAGE -> new Sent(image.with(from, to), drive);
        case CONFIG_DRIVE -> new Sent(image, drive.with(from, to));
      };
    }
  }

  /** A session begins. */
  void begin(SessionKey session) {
    lock.lock();
    try {
      sent.put(session, Sent.NOTHING);
      if (sent.size() > MOST) {
        sent.remove(sent.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  void end(SessionKey session) {
    lock.lock();
    try {
      sent.remove(session);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sent(SessionKey session, Content content, long from, long to) {
    lock.lock();
    try {
      sent.put(session, of(session).with(content, from, to));
      if (sent.size() > MOST) {
        sent.remove(sent.keySet().iterator().next());
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those of whom something was counted. */
  Set<SessionKey> sessions() {
    lock.lock();
    try {
      return Set.copyOf(sent.keySet());
    } finally {
      lock.unlock();
    }
  }

  Sent of(SessionKey session) {
    lock.lock();
    try {
      return sent.getOrDefault(session, Sent.NOTHING);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until what was sent is enough: the last bytes may be at their receiver before they are
   * counted here.
   */
  void await(SessionKey session, Predicate<Sent> enough, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (left > 0 && !enough.test(of(session))) {
        left = more.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
