package org.novabm.conf.settings;

import java.time.Duration;
import org.novabm.spi.settings.Setting;

/**
 * How exchange and queues are declared. It is the same at every service of a site, or the broker
 * refuses whoever comes second.
 */
@SettingsGroup(MessagingSettings.RABBIT)
public record QueueSettings(
    @Setting(
            value = "Whether exchange and queues outlive the broker; the same at every service.",
            byDefault = "false")
        @Placed(formerly = {"DEFAULT.amqp_durable_queues", "DEFAULT.rabbit_durable_queues"})
        boolean amqpDurableQueues,
    @Setting(
            value = "Whether queues go with their last consumer; the same at every service.",
            byDefault = "false")
        @Placed(formerly = "DEFAULT.amqp_auto_delete")
        boolean amqpAutoDelete,
    @Setting(
            value =
                "Whether queues are declared as mirrored, which RabbitMQ before 3.0 looks at; the"
                    + " same at every service.",
            byDefault = "false")
        @Placed(formerly = "DEFAULT.rabbit_ha_queues")
        boolean rabbitHaQueues,
    @Setting(
            value = "Whether queues are quorum queues; the same at every service.",
            byDefault = "false")
        boolean rabbitQuorumQueue,
    @Setting(
            value = "Deliveries after which a quorum queue drops a message; 0 sets no limit.",
            byDefault = "0")
        int rabbitQuorumDeliveryLimit,
    @Setting(value = "Messages a quorum queue keeps in memory; 0 sets no limit.", byDefault = "0")
        @Placed(formerly = MessagingSettings.RABBIT + ".rabbit_quroum_max_memory_length")
        int rabbitQuorumMaxMemoryLength,
    @Setting(value = "Bytes a quorum queue keeps in memory; 0 sets no limit.", byDefault = "0")
        @Placed(formerly = MessagingSettings.RABBIT + ".rabbit_quroum_max_memory_bytes")
        int rabbitQuorumMaxMemoryBytes,
    @Setting(
            value = "How long an unused reply or fanout queue lives.",
            byDefault = "1800",
            least = 1)
        Duration rabbitTransientQueuesTtl) {

  public QueueSettings {
    if (rabbitHaQueues && rabbitQuorumQueue) {
      throw new RefusedSetting(
          MessagingSettings.RABBIT + ".rabbit_ha_queues",
          "and rabbit_quorum_queue are both true, and a queue is one or the other; set one of them to false");
    }
  }
}
