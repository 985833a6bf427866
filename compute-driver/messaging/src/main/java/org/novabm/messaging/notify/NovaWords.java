package org.novabm.messaging.notify;

import org.novabm.journal.Notice;

/**
 * Nova's word for what is done to an instance, as the compute service of Nova 26 sends it: the
 * notice's own, but for the beginnings of which Nova tells earlier than they are put on record
 * here.
 */
final class NovaWords {

  private static final String PREFIX = "compute.instance.";

  private NovaWords() {}

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
