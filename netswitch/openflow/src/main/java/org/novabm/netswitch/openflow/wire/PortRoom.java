package org.novabm.netswitch.openflow.wire;

import java.time.Duration;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/** What the ports of one switch may take of the heap that the ports of all of them share. */
public final class PortRoom {

  /** A number and a name, and their place in a sorted map. */
  public static final int HEAP_PER_PORT = 160;

  private final ByteBudget.Share share;
  private int paid;
  private boolean over;

  PortRoom(ByteBudget.Share share) {
    this.share = share;
  }

  /** Whether one more can be kept beside so many; it is paid for then. */
  synchronized boolean has(int ports) {
    if (over || ports < paid) {
      return !over;
    }
    try {
      share.take(HEAP_PER_PORT, Deadline.in(Duration.ZERO));
      paid++;
      return true;
    } catch (BackendException e) {
      return false;
    }
  }

  /** The switch is gone, and its ports with it. */
  synchronized void close() {
    over = true;
    share.close();
  }
}
