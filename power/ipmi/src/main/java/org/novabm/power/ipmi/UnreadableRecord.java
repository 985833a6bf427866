package org.novabm.power.ipmi;

/** One of many records cannot be read; the others may be. */
final class UnreadableRecord extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableRecord(String why) {
    super(why);
    this.why = why;
  }

  /** What the BMC said or did. */
  String why() {
    return why;
  }
}
