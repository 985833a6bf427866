package org.novabm.netswitch.openflow.wire;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Lines of the log that strangers can cause: some at once, then a few, then how many were left out.
 */
public final class RareLines {

  private static final int AT_ONCE = 20;
  private static final long NANOS_EACH = 5_000_000_000L;

  private final Logger log;
  private final LongSupplier nanoTime;
  private long allowance = AT_ONCE * NANOS_EACH;
  private long last;
  private long leftOut;

  public RareLines(Logger log) {
    this(log, System::nanoTime);
  }

  RareLines(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  public void info(String format, @Nullable Object... values) {
    say(Level.INFO, format, values);
  }

  public void warn(String format, @Nullable Object... values) {
    say(Level.WARN, format, values);
  }

  private void say(Level level, String format, @Nullable Object... values) {
    long before = turn();
    if (before > 0) {
      log.atLevel(level).log("{} lines like the next one were left out", before);
    }
    if (before >= 0) {
      log.atLevel(level).log(format, values);
    }
  }

  /** How many were left out before this one; below 0 when this one is left out as well. */
  synchronized long turn() {
    long now = nanoTime.getAsLong();
    allowance = Math.min(AT_ONCE * NANOS_EACH, allowance + now - last);
    last = now;
    if (allowance < NANOS_EACH) {
      leftOut++;
      return -1;
    }
    allowance -= NANOS_EACH;
    long before = leftOut;
    leftOut = 0;
    return before;
  }
}
