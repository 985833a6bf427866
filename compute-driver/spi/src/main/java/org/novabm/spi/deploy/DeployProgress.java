package org.novabm.spi.deploy;

/** How far the machine is with its order. */
public sealed interface DeployProgress {

  /**
   * The machine was not heard of since it was switched on.
   *
   * @param note who was refused in its place, and why; empty for nobody
   */
  record Waiting(String note) implements DeployProgress {

    /** Nobody was refused. */
    public Waiting() {
      this("");
    }
  }

  /**
   * The image is being written.
   *
   * @param bytes written so far
   * @param total to write; 0 when not known yet
   * @param note what an operator should know beside that; empty for nothing
   */
  record Running(long bytes, long total, String note) implements DeployProgress {

    /** Nothing beside that. */
    public Running(long bytes, long total) {
      this(bytes, total, "");
    }
  }

  /**
   * The image is on the disk and verified.
   *
   * @param note what an operator should know beside that; empty for nothing
   */
  record Finished(String note) implements DeployProgress {

    /** Nothing beside that. */
    public Finished() {
      this("");
    }
  }

  /**
   * It will not become anything.
   *
   * @param reason for the operator
   */
  record Failed(String reason) implements DeployProgress {}
}
