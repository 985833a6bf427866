package org.novabm.messaging.notify;

import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;

/**
 * Nova's words for where an instance is.
 *
 * @param vmState {@code building}, {@code active}, {@code stopped}, {@code deleted} or {@code
 *     error}
 * @param taskState what is being done; empty for nothing
 */
record StateWords(String vmState, String taskState) {

  /** At the time of the event: the deployment may have gone on since. */
  static StateWords of(String event, Deployment deployment) {
    return switch (event.replaceFirst("^compute\\.instance\\.", "")) {
      case "create.start" -> new StateWords("building", "");
      case "create.end", "power_on.end", "reboot.end" -> new StateWords("active", "");
      case "power_off.start" -> new StateWords("active", "powering-off");
      case "power_off.end" -> new StateWords("stopped", "");
      case "power_on.start" -> new StateWords("stopped", "powering-on");
      case "reboot.start" -> new StateWords("active", "rebooting");
      case "delete.end" -> new StateWords("deleted", "");
      case "create.error" -> new StateWords("error", "");
      case String _ -> now(deployment);
    };
  }

  private static StateWords now(Deployment deployment) {
    ProvisionState state = deployment.state();
    return switch (state) {
      case CLAIMING,
          RECORDING,
          STOPPING,
          CABLING_SERVICE,
          PUBLISHING,
          AIMING_AT_NETWORK,
          STARTING_RAMDISK,
          AWAITING_AGENT,
          WRITING_IMAGE,
          RETIRING_RAMDISK,
          CABLING_TENANT,
          PROVING_ISOLATION,
          AIMING_AT_DISK,
          STARTING_INSTANCE ->
          new StateWords("building", "spawning");
      case ACTIVE -> new StateWords("active", "");
      case STOPPED -> new StateWords("stopped", "");
      case POWERING_OFF, CUTTING_POWER -> new StateWords("active", "powering-off");
      case POWERING_ON -> new StateWords("stopped", "powering-on");
      case REBOOTING, SHUTTING_DOWN, RESTARTING -> new StateWords("active", "rebooting");
      case UNDOING_POWER,
          UNDOING_BOOT_FILES,
          UNDOING_CABLING,
          UNDOING_BOOT_DEVICE,
          UNDOING_ORDER,
          RELEASING ->
          deployment.reason() == null
              ? new StateWords("active", "deleting")
              : new StateWords("error", "");
      case DELETED -> new StateWords("deleted", "");
      case FAILED, ERROR -> new StateWords("error", "");
    };
  }
}
