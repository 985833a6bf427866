package org.novabm.deploy.image;

import java.time.Duration;

/**
 * How images are fetched from their sources.
 *
 * @param hosts where they may come from
 * @param places how many are fetched at a time; the others wait
 * @param silence how long a source may take to be connected to, to answer, and between two pieces
 * @param leastBytesPerSecond how fast it must send, on average over each window
 * @param window how long a source may be slower than that
 * @param longest how long fetching one image may take in all
 */
public record FetchSettings(
    ImageHosts hosts,
    int places,
    Duration silence,
    long leastBytesPerSecond,
    Duration window,
    Duration longest) {

  public FetchSettings {
    if (places < 1
        || leastBytesPerSecond < 1
        || !silence.isPositive()
        || !window.isPositive()
        || !longest.isPositive()) {
      throw new IllegalArgumentException("the bounds of fetching must be above zero");
    }
  }

  /**
   * How long an image of this length may take.
   *
   * @param bytes its length, or a negative number when its source does not say
   */
  Duration longest(long bytes) {
    if (bytes < 0) {
      return longest;
    }
    Duration atLeastRate = window.plusSeconds(bytes / leastBytesPerSecond);
    return atLeastRate.compareTo(longest) < 0 ? atLeastRate : longest;
  }
}
