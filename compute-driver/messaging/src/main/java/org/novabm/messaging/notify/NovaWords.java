package org.novabm.messaging.notify;

import org.novabm.instance.VmState;
import org.novabm.journal.Notice;

/**
 * Nova's two words for where an instance is, as the compute service of Nova 26 sends them: the
 * notice's own, but for the beginnings of which Nova tells earlier than they are put on record
 * here.
 */
final class NovaWords {

  private static final String PREFIX = "compute.instance.";

  private NovaWords() {}

  /** {@code building}, {@code active}, {@code stopped}, {@code deleted} or {@code error}. */
  static String vmState(Notice notice) {
    // what the instance was before is not known here; nearly always it was up
    boolean begun =
        notice.event().equals(PREFIX + "rebuild.start")
            && notice.vmState().equals(VmState.BUILDING.word());
    return begun ? VmState.ACTIVE.word() : notice.vmState();
  }

  /** What is being done; empty for nothing. */
  static String taskState(Notice notice) {
    return switch (notice.event()) {
      case PREFIX + "create.start" -> "";
      // of a hard one Nova says reboot_pending_hard; the notice does not tell which it is
      case PREFIX + "reboot.start" -> "reboot_pending";
      default -> notice.taskState();
    };
  }
}
