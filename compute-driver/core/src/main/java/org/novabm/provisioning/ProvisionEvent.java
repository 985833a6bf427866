package org.novabm.provisioning;

/** What moves a deployment from one state to the next. */
public enum ProvisionEvent {
  /** The state's step is done. */
  DONE,
  /** The state's step failed for good, or too often. */
  FAILED,
  /** Released after a failure that nobody asked for. */
  GIVEN_UP,
  /** Released since its node could not be made ready; another one may be. */
  NEXT_NODE,
  /** Somebody destroys the instance. */
  TERMINATE,
  /** Somebody stops the instance. */
  STOP,
  /** Somebody switches the instance off at once. */
  STOP_NOW,
  /** Somebody starts the instance. */
  START,
  /** Somebody restarts the machine, whatever runs on it. */
  REBOOT,
  /** Somebody has the operating system restarted. */
  REBOOT_SOFTLY
}
