package org.novabm.task;

/**
 * How far something is.
 *
 * @param done from 0
 * @param total at least {@code done}; 0 when nobody knows
 * @param unit of both, for example {@code bytes}
 */
public record Progress(long done, long total, String unit) {

  /** Of bytes. */
  public static Progress ofBytes(long done, long total) {
    return new Progress(done, total, "bytes");
  }
}
