package org.novabm.spi;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lines of log that strangers can cause, of one kind: so many a minute and no more, then one line
 * that says how many were left out. So a flood of packets is no flood of lines, and is seen. Called
 * by many threads at once.
 */
public final class LineQuota {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final String kind;
  private final int most;
  private final Consumer<String> log;
  private final LongSupplier nanoTime;
  private long begun;
  private int said;
  private long leftOut;

  /**
   * Lines of one kind, none said yet.
   *
   * @param kind in the plural, for the line about those left out: {@code refused TFTP requests}
   * @param most lines a minute, 1 or more
   * @param log where they go, for example {@code log::info}
   */
  public LineQuota(String kind, int most, Consumer<String> log) {
    this(kind, most, log, System::nanoTime);
  }

  /** With a clock of one's own. */
  LineQuota(String kind, int most, Consumer<String> log, LongSupplier nanoTime) {
    this.kind = kind;
    this.most = most;
    this.log = log;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Says the line, or counts it among those left out. */
  public synchronized void say(String line) {
    tell();
    if (said < most) {
      said++;
      log.accept(line);
    } else {
      leftOut++;
    }
  }

  /**
   * Begins a new minute when the old one is over, and says then what was left out in it. {@link
   * #say} does so by itself; who has a clock that ticks calls it too, so that the last minute of a
   * flood is told of although no line follows.
   */
  public synchronized void tell() {
    long now = nanoTime.getAsLong();
    if (now - begun < MINUTE) {
      return;
    }
    if (leftOut > 0) {
      log.accept(leftOut + " more lines about " + kind + " were left out in a minute");
    }
    begun = now;
    said = 0;
    leftOut = 0;
  }
}
