package org.novabm.provisioning;

import java.time.Instant;
import java.util.List;
import org.novabm.journal.Notice;

/** Which notifications a change of state is worth, by the event names of Nova's compute service. */
final class Announcements {

  private static final String PREFIX = "compute.instance.";

  private Announcements() {}

  /** What to tell when {@code before} became {@code after}. */
  static List<Notice> changed(Deployment before, Deployment after, Instant now) {
    ProvisionState from = before.state();
    return switch (after.state()) {
      case ACTIVE, STOPPED -> List.of(notice(arrival(from, after.reason() == null), after, now));
      case POWERING_OFF, CUTTING_POWER -> List.of(notice("power_off.start", after, now));
      case POWERING_ON -> List.of(notice("power_on.start", after, now));
      case REBOOTING, SHUTTING_DOWN -> List.of(notice("reboot.start", after, now));
      case RESTARTING ->
          from == ProvisionState.SHUTTING_DOWN
              ? List.of()
              : List.of(notice("reboot.start", after, now));
      case FAILED -> List.of(notice("create.error", after, now));
      case ERROR ->
          List.of(notice(wasDestroyed(before) ? "delete.error" : "create.error", after, now));
      case DELETED -> List.of(notice("delete.end", after, now));
      case UNDOING_POWER, UNDOING_ORDER, RELEASING ->
          wasDestroyed(after) && !from.isUndoing()
              ? List.of(notice("delete.start", after, now))
              : List.of();
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
          STARTING_INSTANCE,
          UNDOING_CABLING,
          UNDOING_BOOT_FILES,
          UNDOING_BOOT_DEVICE ->
          List.of();
    };
  }

  private static String arrival(ProvisionState from, boolean well) {
    String what =
        switch (from) {
          case POWERING_ON -> "power_on";
          case POWERING_OFF, CUTTING_POWER -> "power_off";
          case REBOOTING, SHUTTING_DOWN, RESTARTING -> "reboot";
          default -> "create";
        };
    return what + (well ? ".end" : ".error");
  }

  private static boolean wasDestroyed(Deployment deployment) {
    return deployment.asked() == Deployment.Asked.TERMINATE;
  }

  private static Notice notice(String event, Deployment deployment, Instant now) {
    return new Notice(PREFIX + event, deployment.id(), now, deployment.reason());
  }
}
