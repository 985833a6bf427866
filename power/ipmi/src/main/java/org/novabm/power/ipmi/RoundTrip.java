package org.novabm.power.ipmi;

import java.time.Duration;

/**
 * How long one BMC takes to answer: a smoothed time and its variation, as TCP reckons them (RFC
 * 6298, section 2), and from both the time after which a question is sent again. Only answers to
 * questions that were sent once are measured (Karn's rule). Not thread-safe.
 */
final class RoundTrip {

  /**
   * A BMC that answers in a millisecond still thinks for a while now and then; a command that is
   * sent twice is worse than one that comes late.
   */
  static final Duration LEAST = Duration.ofMillis(250);

  private final Duration first;
  private final Duration longest;
  private long smoothed;
  private long variation;

  RoundTrip(IpmiSettings settings) {
    this.first = settings.firstTimeout();
    this.longest = settings.longestTimeout();
  }

  void measured(long nanos) {
    if (smoothed == 0) {
      smoothed = nanos;
      variation = nanos / 2;
    } else {
      variation += (Math.abs(smoothed - nanos) - variation) / 4;
      smoothed += (nanos - smoothed) / 8;
    }
  }

  /** After which a question is sent again. */
  Duration timeout() {
    if (smoothed == 0) {
      return first;
    }
    long least = Math.min(LEAST.toNanos(), first.toNanos());
    long wanted = Math.max(least, smoothed + 4 * variation);
    return Duration.ofNanos(Math.min(wanted, longest.toNanos()));
  }

  /** The waiting times of one question. */
  DoublingPauses betweenSendings() {
    return new DoublingPauses(timeout(), longest);
  }
}
