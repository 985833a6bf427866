package org.novabm.node;

/**
 * The pool in numbers.
 *
 * @param free nobody on it
 * @param busy an instance on it or on its way, or not offered
 * @param error held for the operator
 */
public record PoolCount(long free, long busy, long error) {

  public long total() {
    return free + busy + error;
  }
}
