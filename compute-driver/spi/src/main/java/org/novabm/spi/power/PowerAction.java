package org.novabm.spi.power;

/** What can be asked of a machine's power. */
public enum PowerAction {
  /** Switch on; nothing happens when it is on. */
  ON(PowerState.ON),
  /** Cut the power; nothing happens when it is off. */
  OFF(PowerState.OFF),
  /** Ask the operating system to shut down; it may ignore that. */
  SOFT_OFF(PowerState.OFF),
  /** Off for a moment, then on; a machine that is off is switched on. */
  CYCLE(PowerState.ON),
  /** Restart without cutting the power; a machine that is off is switched on. */
  RESET(PowerState.ON);

  private final PowerState target;

  PowerAction(PowerState target) {
    this.target = target;
  }

  /** The state that shows that the action is over. */
  public PowerState target() {
    return target;
  }
}
