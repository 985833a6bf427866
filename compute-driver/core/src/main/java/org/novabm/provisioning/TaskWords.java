package org.novabm.provisioning;

import org.jspecify.annotations.Nullable;
import org.novabm.node.TaskState;

/** Which of the old words a node shows in which state. */
final class TaskWords {

  private TaskWords() {}

  /** The word, or null where the pool itself writes it or none is due. */
  static @Nullable TaskState of(ProvisionState state) {
    return switch (state) {
      case CLAIMING, RELEASING, DELETED, FAILED -> null;
      case RECORDING, STOPPING, CABLING_SERVICE, PUBLISHING, AIMING_AT_NETWORK, STARTING_RAMDISK ->
          TaskState.BUILDING;
      case AWAITING_AGENT -> TaskState.PREPARED;
      case WRITING_IMAGE -> TaskState.DEPLOYING;
      case RETIRING_RAMDISK, CABLING_TENANT, PROVING_ISOLATION, AIMING_AT_DISK, STARTING_INSTANCE ->
          TaskState.DEPLOY_COMPLETE;
      case ACTIVE,
          STOPPED,
          POWERING_OFF,
          CUTTING_POWER,
          POWERING_ON,
          REBOOTING,
          SHUTTING_DOWN,
          RESTARTING ->
          TaskState.ACTIVE;
      case UNDOING_POWER,
          UNDOING_CABLING,
          UNDOING_BOOT_FILES,
          UNDOING_BOOT_DEVICE,
          UNDOING_ORDER,
          ERROR ->
          TaskState.ERROR;
    };
  }
}
