package org.novabm.spi;

/**
 * The most heap that one kind of peer can make this process hold. The sum of all of them is
 * compared with the heap when the service starts.
 *
 * @param what who holds it, as an operator would say it, for example {@code answers of Redfish
 *     BMCs}
 * @param setting the option that moves the bound, for example {@code [power:redfish] answers_kib}
 * @param holders how many there may be at one time
 * @param bytesEach heap that one of them can take, copies and parsed forms included
 */
public record MemoryBound(String what, String setting, long holders, long bytesEach) {

  /**
   * A bound.
   *
   * @throws IllegalArgumentException for negative numbers
   */
  public MemoryBound {
    if (holders < 0 || bytesEach < 0) {
      throw new IllegalArgumentException("a bound is not negative: " + what);
    }
  }

  /** Bytes in all. */
  public long bytes() {
    return Math.multiplyExact(holders, bytesEach);
  }
}
