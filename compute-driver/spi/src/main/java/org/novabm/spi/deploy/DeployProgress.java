package org.novabm.spi.deploy;

/** How far a deployment is. */
public sealed interface DeployProgress {

  /** The machine was not heard of since it was switched on. */
  record Waiting() implements DeployProgress {}

  /**
   * The image is being written.
   *
   * @param bytes written so far
   * @param total to write; 0 when not known yet
   */
  record Running(long bytes, long total) implements DeployProgress {}

  /** The image is on the disk and verified. */
  record Finished() implements DeployProgress {}

  /**
   * It will not become anything.
   *
   * @param reason for the operator
   */
  record Failed(String reason) implements DeployProgress {}
}
