package org.novabm.netswitch.junos;

/** The two ways in which Junos writes layer 2 down; the switch itself tells which. */
enum Syntax {
  /** Enhanced Layer 2 Software: QFX5100, EX4300 and later. */
  ELS("interface-mode"),
  /** What came before: EX2200, EX3300, EX4200. */
  OLDER("port-mode");

  private final String mode;

  Syntax(String mode) {
    this.mode = mode;
  }

  /** The statement that makes a port an access port or a trunk. */
  String mode() {
    return mode;
  }
}
