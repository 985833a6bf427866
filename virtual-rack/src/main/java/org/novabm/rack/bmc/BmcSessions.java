package org.novabm.rack.bmc;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session slots of one BMC. When all are taken it looks for one that nobody has used for a
 * minute (IPMI 2.0, section 6.12.15), or that was never finished.
 */
final class BmcSessions {

  private static final long UNUSED = Duration.ofSeconds(60).toNanos();
  private static final long UNFINISHED = Duration.ofSeconds(10).toNanos();

  private final int slots;
  private final Map<Integer, BmcSession> byId = new HashMap<>(2);
  private int lastId = 0x1000;
  private volatile int open;

  BmcSessions(int slots) {
    this.slots = slots;
  }

  /** How many are open; those that are half made are not. */
  int open() {
    return open;
  }

  /** To be called after a session was opened. */
  void count() {
    open = (int) byId.values().stream().filter(BmcSession::isOpen).count();
  }

  int nextId() {
    return ++lastId;
  }

  /**
   * Takes a slot.
   *
   * @return false when all are in use
   */
  boolean add(BmcSession session) {
    if (byId.size() >= slots) {
      byId.values().removeIf(BmcSessions::isLeft);
    }
    boolean free = byId.size() < slots;
    if (free) {
      byId.put(session.own(), session);
    }
    count();
    return free;
  }

  private static boolean isLeft(BmcSession session) {
    return session.quietNanos() > (session.isOpen() ? UNUSED : UNFINISHED);
  }

  @Nullable BmcSession find(int id) {
    return byId.get(id);
  }

  boolean isThere(BmcSession session) {
    return byId.get(session.own()) == session;
  }

  void remove(int id) {
    byId.remove(id);
    count();
  }

  void clear() {
    byId.clear();
    open = 0;
  }
}
