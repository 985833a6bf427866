package org.novabm.driver;

/**
 * Who asks for a node to be released, and how.
 *
 * @param force also with an instance on the node, or while a task goes on there
 * @param by who, as the audit trail knows callers
 * @param reason why; may be empty
 */
public record ReleaseOrder(boolean force, String by, String reason) {

  private static final int LONGEST = 255;

  /**
   * The same behind other words, without its end where it would be too long for a hold's reason.
   */
  String cut(String before) {
    String whole = before + asked();
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
  }

  /** For a sentence: {@code by 10.0.0.5: the rack burnt}. */
  String asked() {
    return "by " + by + (reason.isBlank() ? "" : ": " + reason);
  }
}
