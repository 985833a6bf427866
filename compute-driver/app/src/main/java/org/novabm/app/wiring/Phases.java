package org.novabm.app.wiring;

/** The order in which the service comes up; it goes down the other way round. */
final class Phases {

  /** Before all else this process becomes the one that acts for its host. */
  static final int ACT_FOR_HOST = 50;

  /** Machines that are being deployed find their server again first. */
  static final int SERVE_MACHINES = 100;

  /** Then the work that a former process left goes on. */
  static final int WORK = 200;

  /** Meanwhile one looks at what the machines do. */
  static final int WATCH_POWER = 250;

  /** Switches that others register are learned of. */
  static final int LEARN_SWITCHES = 255;

  /** What the consoles say is recorded again. */
  static final int RECORD_CONSOLES = 260;

  /** New requests are taken last; the web server's own phase lies behind this one. */
  static final int TAKE_MESSAGES = 300;

  private Phases() {}
}
