package org.novabm.messaging.notify;

import java.time.Duration;
import org.novabm.messaging.rpc.QueueFlags;

/**
 * What is published, and where.
 *
 * @param driver how messages are framed, or whether there are any
 * @param controlExchange {@code nova} for Nova
 * @param topic {@code notifications}; its queues are {@code notifications.info} and {@code
 *     notifications.error}
 * @param host the {@code host} of nova.conf, part of the publisher's name
 * @param imageEndpoint glance's address for {@code image_ref_url}, for example {@code
 *     http://glance:9292}; may be empty
 * @param flags how exchange and queues are declared
 * @param look how often the outbox is looked at without being woken
 */
public record NotificationSettings(
    Driver driver,
    String controlExchange,
    String topic,
    String host,
    String imageEndpoint,
    QueueFlags flags,
    Duration look) {

  /** The values of {@code [oslo_messaging_notifications] driver} that are known here. */
  public enum Driver {
    /** With the envelope. */
    MESSAGINGV2,
    /** Without it. */
    MESSAGING,
    /** Nothing is published; notices are taken as sent. */
    NOOP;

    /**
     * Reads the word of the configuration.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Driver of(String word) {
      return switch (word) {
        case "messagingv2" -> MESSAGINGV2;
        case "messaging" -> MESSAGING;
        case "noop", "" -> NOOP;
        case String other ->
            throw new IllegalArgumentException(
                "notification driver '" + other + "' is not messagingv2, messaging or noop");
      };
    }
  }

  public NotificationSettings {
    if (topic.isBlank() || controlExchange.isBlank() || host.isBlank() || !look.isPositive()) {
      throw new IllegalArgumentException(
          "notifications need a topic, an exchange, a host and a positive interval");
    }
  }

  /** With the envelope, looking every 10 s. */
  public static NotificationSettings standard(String host) {
    return new NotificationSettings(
        Driver.MESSAGINGV2,
        "nova",
        "notifications",
        host,
        "",
        QueueFlags.STANDARD,
        Duration.ofSeconds(10));
  }

  String publisher() {
    return "compute." + host;
  }
}
