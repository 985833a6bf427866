package org.novabm.lifecycle;

import java.util.Locale;

/** Where a node is in its life, in Ironic's words. */
public enum ProvisionState {
  /** Registered; its BMC was not tried yet. */
  ENROLL(Kind.STABLE),
  /** Its BMC is being tried. */
  VERIFYING(Kind.TRANSIENT),
  /** Its BMC answers; it is not offered to anybody. */
  MANAGEABLE(Kind.STABLE),
  /** What it has is being found out. */
  INSPECTING(Kind.TRANSIENT),
  /** What it has could not be found out, or is not what it must have. */
  INSPECT_FAILED(Kind.FAILED),
  /** It is being made ready for the next instance. */
  CLEANING(Kind.TRANSIENT),
  /** It could not be made ready, and is offered to nobody. */
  CLEAN_FAILED(Kind.FAILED),
  /** Free: the next instance may have it. */
  AVAILABLE(Kind.STABLE),
  /** An instance is being put on it. */
  DEPLOYING(Kind.TRANSIENT),
  /** An instance is on it. */
  ACTIVE(Kind.STABLE),
  /** The instance is being taken off. */
  DELETING(Kind.TRANSIENT),
  /** Undoing did not succeed: it is kept, with the instance on it, until somebody destroys that. */
  ERROR(Kind.FAILED),
  /** The rescue ramdisk is being started. */
  RESCUING(Kind.TRANSIENT),
  /** The rescue ramdisk runs; the instance's disk is as it was. */
  RESCUE(Kind.STABLE),
  /** The rescue ramdisk could not be started. */
  RESCUE_FAILED(Kind.FAILED),
  /** The instance's own system is being started again. */
  UNRESCUING(Kind.TRANSIENT),
  /** The instance's own system could not be started again. */
  UNRESCUE_FAILED(Kind.FAILED),
  /** What runs on it is being taken over as an instance. */
  ADOPTING(Kind.TRANSIENT),
  /** What runs on it could not be taken over. */
  ADOPT_FAILED(Kind.FAILED),
  /** Something is being done to it while its instance stays. */
  SERVICING(Kind.TRANSIENT),
  /** What was to be done to it, with its instance on, did not succeed. */
  SERVICE_FAILED(Kind.FAILED);

  private enum Kind {
    STABLE,
    TRANSIENT,
    FAILED
  }

  private final Kind kind;

  ProvisionState(Kind kind) {
    this.kind = kind;
  }

  /** The word for people and REST, for example {@code clean failed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A task is changing it. */
  public boolean isTransient() {
    return kind == Kind.TRANSIENT;
  }

  /** Somebody has to look at it. */
  public boolean isFailed() {
    return kind == Kind.FAILED;
  }
}
