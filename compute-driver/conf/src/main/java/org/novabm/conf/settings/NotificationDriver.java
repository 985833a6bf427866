package org.novabm.conf.settings;

import java.util.List;
import java.util.Locale;

/** How notifications leave the service. */
public enum NotificationDriver {
  /** In the envelope 2.0 of oslo.messaging. */
  MESSAGINGV2,
  /** Bare, as listeners of the first releases want them. */
  MESSAGING,
  /** Not at all. */
  NOOP;

  private static final String KEY = MessagingSettings.NOTIFICATIONS + ".driver";

  /**
   * The one driver of a repeated option.
   *
   * @param texts names of oslo.messaging, or dotted module names of older releases
   * @throws IllegalArgumentException for other names, and for two that both send
   */
  static NotificationDriver of(List<String> texts) {
    List<NotificationDriver> sending =
        texts.stream()
            .map(NotificationDriver::of)
            .filter(driver -> driver != NOOP)
            .distinct()
            .toList();
    if (sending.size() > 1) {
      throw new RefusedSetting(
          KEY,
          "has both messaging and messagingv2; keep one, or" + " every notification is sent twice");
    }
    return sending.isEmpty() ? NOOP : sending.getFirst();
  }

  private static NotificationDriver of(String text) {
    String name = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "messagingv2", "rpc_notifier2" -> MESSAGINGV2;
      case "messaging", "rpc_notifier", "rabbit_notifier" -> MESSAGING;
      case "noop", "no_op_notifier", "" -> NOOP;
      default ->
          throw new RefusedSetting(KEY, "= " + text + " is none of messagingv2, messaging, noop");
    };
  }
}
