package org.novabm.spi.deploy;

/** How far an order's image is on its way to the deployer. */
public sealed interface Preparation {

  /**
   * The image lies ready and the order is in the book.
   *
   * @param remark for the timeline: what vouches for the image; empty for nothing to say
   */
  record Ready(String remark) implements Preparation {}

  /** It waits until others are fetched. */
  record Queued() implements Preparation {}

  /**
   * It is being fetched.
   *
   * @param bytes so far
   * @param total of the image; 0 when its source does not say
   */
  record Fetching(long bytes, long total) implements Preparation {}
}
