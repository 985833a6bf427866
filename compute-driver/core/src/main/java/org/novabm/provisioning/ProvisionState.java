package org.novabm.provisioning;

/**
 * Where a deployment is. A working state has a step that runs in it; a resting state waits for
 * somebody to ask for something; an ended one never changes again.
 */
public enum ProvisionState {
  /** A node is being picked and claimed. */
  CLAIMING(Kind.WORKING, "claim a node"),
  /** The image is fetched and checked, the order for the machine is written down. */
  RECORDING(Kind.WORKING, "check the image, record the order"),
  /** The machine is switched off, whatever it was doing. */
  STOPPING(Kind.WORKING, "power off"),
  /** The switch port is moved to the provisioning network. */
  CABLING_SERVICE(Kind.WORKING, "plug into the provisioning network"),
  /** The machine's boot files and one-time secret are made available. */
  PUBLISHING(Kind.WORKING, "publish the boot files"),
  /** The BMC is told to boot from the network. */
  AIMING_AT_NETWORK(Kind.WORKING, "set network boot"),
  /** The machine is switched on. */
  STARTING_RAMDISK(Kind.WORKING, "power on into the deploy ramdisk"),
  /** The agent in the ramdisk is to call. */
  AWAITING_AGENT(Kind.WORKING, "wait for the agent's call"),
  /** The agent writes and verifies the image. */
  WRITING_IMAGE(Kind.WORKING, "write the image"),
  /** The machine is switched off again, its boot files and secrets are withdrawn. */
  RETIRING_RAMDISK(Kind.WORKING, "power off, withdraw the boot files"),
  /** The switch port is moved to the tenant's network. */
  CABLING_TENANT(Kind.WORKING, "plug into the tenant network"),
  /** The port is proven not to reach the provisioning network any more. */
  PROVING_ISOLATION(Kind.WORKING, "prove the isolation"),
  /** The BMC is told to boot from the disk. */
  AIMING_AT_DISK(Kind.WORKING, "set disk boot"),
  /** The machine is switched on into the instance. */
  STARTING_INSTANCE(Kind.WORKING, "power on into the instance"),

  /** The instance is up. */
  ACTIVE(Kind.RESTING, "active"),
  /** The instance was powered off on request. */
  STOPPED(Kind.RESTING, "stopped"),

  /** A stop was asked for: the operating system shuts down, else the power is cut. */
  POWERING_OFF(Kind.WORKING, "shut down on request"),
  /** A stop without a shutdown was asked for. */
  CUTTING_POWER(Kind.WORKING, "power off on request"),
  /** A start was asked for. */
  POWERING_ON(Kind.WORKING, "power on on request"),
  /** A hard reboot was asked for. */
  REBOOTING(Kind.WORKING, "reboot on request"),
  /** A soft reboot was asked for: the operating system shuts down, else the power is cut. */
  SHUTTING_DOWN(Kind.WORKING, "shut down for a reboot"),
  /** The rest of a soft reboot, and all of a reboot of what is off. */
  RESTARTING(Kind.WORKING, "power on for a reboot"),

  /** Undo: the machine is switched off. */
  UNDOING_POWER(Kind.UNDOING, "power off"),
  /** Undo: the boot files and secrets are withdrawn. */
  UNDOING_BOOT_FILES(Kind.UNDOING, "withdraw the boot files"),
  /** Undo: the switch port is taken off every network. */
  UNDOING_CABLING(Kind.UNDOING, "unplug from every network"),
  /**
   * Undo: the BMC is told to boot from the disk, so that nothing boots from the network by
   * accident.
   */
  UNDOING_BOOT_DEVICE(Kind.UNDOING, "set disk boot"),
  /** Undo: the order and the image it holds are let go. */
  UNDOING_ORDER(Kind.UNDOING, "forget the order"),
  /** Undo: the node goes back to the pool, if every other undo step succeeded. */
  RELEASING(Kind.WORKING, "release the node"),

  /** Over: the instance was destroyed on request; the node is free. */
  DELETED(Kind.ENDED, "deleted"),
  /** Over: the instance never came to be; the node is free. */
  FAILED(Kind.ENDED, "failed"),
  /**
   * Held: undoing did not succeed, so the node is kept, with the instance on it, until an operator
   * destroys it.
   */
  ERROR(Kind.RESTING, "error");

  private enum Kind {
    WORKING,
    UNDOING,
    RESTING,
    ENDED
  }

  private final Kind kind;
  private final String label;

  ProvisionState(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
  }

  /** A few words for timelines and progress lines. */
  public String label() {
    return label;
  }

  /** A step runs in this state. */
  public boolean isWorking() {
    return kind == Kind.WORKING || kind == Kind.UNDOING;
  }

  /** A failure of this state's step does not stop the undo steps behind it. */
  public boolean isUndoing() {
    return kind == Kind.UNDOING;
  }

  /** What fails here fails because of the machine, and its disk is as it was. */
  boolean isBeforeTheImage() {
    return switch (this) {
      case STOPPING, CABLING_SERVICE, AIMING_AT_NETWORK, STARTING_RAMDISK, AWAITING_AGENT -> true;
      default -> false;
    };
  }

  /** Nothing will ever change again. */
  public boolean isOver() {
    return kind == Kind.ENDED;
  }
}
