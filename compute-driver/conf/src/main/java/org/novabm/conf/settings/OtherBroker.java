package org.novabm.conf.settings;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.novabm.conf.Assignment;
import org.novabm.conf.ConfigException;
import org.novabm.conf.NovaConf;
import org.novabm.conf.OptionName;

/** Brokers that Nova could speak to and this service cannot: Qpid's, ZeroMQ and the like. */
final class OtherBroker {

  private static final String REMEDY =
      "this service speaks to RabbitMQ only (AMQP 0-9-1); write transport_url = rabbit://user:password@host:5672/ and remove the line";

  /** In the class names of all releases; carrot was the library before kombu. */
  private static final Set<String> RABBIT = Set.of("rabbit", "kombu", "carrot");

  private static final Set<String> ADDRESSES = Set.of("qpid_hostname", "qpid_hosts");

  private OtherBroker() {}

  /**
   * Whoever set it has another broker, and would get one of our own instead.
   *
   * @throws RefusedSetting unless it is RabbitMQ
   */
  static void refuse(String rpcBackend) {
    String name = rpcBackend.toLowerCase(Locale.ROOT);
    if (!name.isBlank() && RABBIT.stream().noneMatch(name::contains)) {
      throw new RefusedSetting("DEFAULT.rpc_backend", "= " + rpcBackend + ": " + REMEDY);
    }
  }

  /**
   * The same when only the other broker's address is there.
   *
   * @throws ConfigException when it is, and no broker of ours is named
   */
  static void refuseAlone(NovaConf conf, MessagingSettings messaging) {
    if (messaging.brokers().isEmpty()) {
      conf.assignments()
          .filter(assignment -> ADDRESSES.contains(assignment.name().key()))
          .findFirst()
          .ifPresent(OtherBroker::refuse);
    }
  }

  private static void refuse(Assignment address) {
    throw new ConfigException(
        address.origin(), address.name() + " names a broker of Qpid: " + REMEDY);
  }

  /** It is one of their options. */
  static boolean concerns(OptionName name) {
    return name.group().matches("oslo_messaging_(qpid|zmq|amqp|kafka)")
        || (name.group().equals(OptionName.DEFAULT)
            && Stream.of("qpid_", "rpc_zmq_", "matchmaker_")
                .anyMatch(start -> name.key().startsWith(start)));
  }
}
