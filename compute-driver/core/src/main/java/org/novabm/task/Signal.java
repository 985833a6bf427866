package org.novabm.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells that something is on record now, so that nobody has to look for it often. It carries
 * nothing and is no promise: what is on record is found without it, later. It is made first and
 * given to both ends.
 */
public final class Signal {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Has this run at every ring; it must be quick and throw nothing. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  public void ring() {
    listeners.forEach(Runnable::run);
  }
}
