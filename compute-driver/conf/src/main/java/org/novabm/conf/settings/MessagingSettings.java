package org.novabm.conf.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.novabm.spi.Secret;
import org.novabm.spi.settings.Setting;

/** The message bus. */
@SettingsGroup(MessagingSettings.RABBIT)
public record MessagingSettings(
    @Setting(
            value =
                "Brokers, rabbit://user:password@host1:5672,user:password@host2:5672/virtual_host;"
                    + " when this, rabbit_host and rabbit_hosts are all empty, the service runs a"
                    + " broker of its own.")
        @Placed(group = "DEFAULT")
        Secret transportUrl,
    @Setting(
            value =
                "Kind of broker, in the words of older releases: rabbit, or the name of a class that"
                    + " speaks to it; transport_url wins over it.",
            byDefault = "rabbit")
        @Placed(group = "DEFAULT")
        String rpcBackend,
    @Setting("Broker, in the words of older releases; transport_url wins over it.")
        @Placed(formerly = "DEFAULT.rabbit_host")
        String rabbitHost,
    @Setting("Several brokers as host:port; wins over rabbit_host.")
        @Placed(formerly = "DEFAULT.rabbit_hosts")
        List<String> rabbitHosts,
    @Setting(
            value = "Port of the broker in rabbit_host, and of those in rabbit_hosts without one.",
            byDefault = "5672",
            least = 1,
            most = 65535)
        @Placed(formerly = "DEFAULT.rabbit_port")
        int rabbitPort,
    @Setting(value = "User at the brokers in rabbit_host and rabbit_hosts.", byDefault = "guest")
        @Placed(formerly = "DEFAULT.rabbit_userid")
        String rabbitUserid,
    @Setting(
            value = "Password at the brokers in rabbit_host and rabbit_hosts.",
            byDefault = "guest")
        @Placed(formerly = "DEFAULT.rabbit_password")
        Secret rabbitPassword,
    @Setting(
            value = "Virtual host at the brokers in rabbit_host and rabbit_hosts.",
            byDefault = "/")
        @Placed(formerly = "DEFAULT.rabbit_virtual_host")
        String rabbitVirtualHost,
    @Setting(
            value =
                "Connect by TLS; the broker's certificate and name are always checked. Its port is"
                    + " to be written, usually 5671.",
            byDefault = "false")
        @Placed(formerly = {RABBIT + ".rabbit_use_ssl", "DEFAULT.rabbit_use_ssl"})
        boolean ssl,
    @Setting(
            value =
                "TLSv1_2 for this version alone; SSLv23 or nothing for the newest that both sides"
                    + " know.")
        @Placed(formerly = {RABBIT + ".kombu_ssl_version", "DEFAULT.kombu_ssl_version"})
        String sslVersion,
    @Setting(
            value =
                "Certificates of the authorities that may vouch for the broker, in PEM form; the"
                    + " Java runtime's own by default.")
        @Placed(formerly = {RABBIT + ".kombu_ssl_ca_certs", "DEFAULT.kombu_ssl_ca_certs"})
        String sslCaFile,
    @Setting("Our certificate for the broker, in PEM form; with ssl_key_file.")
        @Placed(formerly = {RABBIT + ".kombu_ssl_certfile", "DEFAULT.kombu_ssl_certfile"})
        String sslCertFile,
    @Setting("Our private key for the broker, in PEM form and without a passphrase.")
        @Placed(formerly = {RABBIT + ".kombu_ssl_keyfile", "DEFAULT.kombu_ssl_keyfile"})
        String sslKeyFile,
    @Setting(value = "Not possible here, so true is refused.", byDefault = "false")
        boolean sslEnforceFipsMode,
    @Setting(
            value = "Exchange of the topics; the same at every service of the site.",
            byDefault = "nova")
        @Placed(group = "DEFAULT")
        String controlExchange,
    @Setting(
            value =
                "Topic of compute services; queues are called by it, and by it with a dot and the"
                    + " host.",
            byDefault = "compute")
        @Placed(group = "DEFAULT")
        String computeTopic,
    @Setting(
            value =
                "How long a call waits for its answer, for example one of nova-baremetal-instancemanager.",
            byDefault = "60",
            least = 1,
            most = 86400)
        @Placed(group = "DEFAULT")
        Duration rpcResponseTimeout,
    @Setting(
            value = "Silence after which the broker is taken for gone; 0 never asks.",
            byDefault = "60",
            most = 65535,
            least = 0)
        Duration heartbeatTimeoutThreshold,
    @Setting(
            value =
                "Messages of each queue the broker hands over before the first is acknowledged; 0 is"
                    + " 8, and more than 64 is 64, for they wait in memory.",
            byDefault = "0",
            most = 65535)
        int rabbitQosPrefetchCount,
    @Setting(
            value = "Topics that notifications are sent to.",
            key = "topics",
            byDefault = "notifications")
        @Placed(
            group = MessagingSettings.NOTIFICATIONS,
            formerly = {"rpc_notifier2.topics", "DEFAULT.notification_topics"})
        List<String> notificationTopics,
    @Setting(
            value =
                "How notifications are sent: messagingv2, messaging (without envelope) or noop;"
                    + " without a listener their queues fill the broker.",
            key = "driver",
            byDefault = "noop")
        @Placed(
            group = MessagingSettings.NOTIFICATIONS,
            repeats = true,
            formerly = "DEFAULT.notification_driver")
        List<String> notificationDrivers,
    @Setting(
            value =
                "Longest message that is read; a longer one goes to the dead letters without its"
                    + " body. Reading takes nine times as much heap.",
            byDefault = "512",
            least = 64,
            most = 8192)
        @Placed(group = "novabm")
        int messageKib) {

  static final String RABBIT = "oslo_messaging_rabbit";
  static final String NOTIFICATIONS = "oslo_messaging_notifications";

  public MessagingSettings {
    if (sslEnforceFipsMode) {
      throw new RefusedSetting(
          RABBIT + ".ssl_enforce_fips_mode",
          "= true: the Java runtime, not this service, decides about FIPS 140; leave it out");
    }
    if (sslCertFile.isEmpty() != sslKeyFile.isEmpty()) {
      throw new RefusedSetting(
          RABBIT + (sslKeyFile.isEmpty() ? ".ssl_cert_file" : ".ssl_key_file"),
          "needs the other one: ssl_cert_file and ssl_key_file belong together");
    }
    if (!List.of("", "sslv23", "tlsv1_2").contains(sslVersion.toLowerCase(Locale.ROOT))) {
      throw new RefusedSetting(
          RABBIT + ".ssl_version",
          "= " + sslVersion + " is none of TLSv1_2, SSLv23; older ones are not safe");
    }
    if (!transportUrl.isEmpty()) {
      TransportUrlParser.parse(transportUrl);
    } else {
      OtherBroker.refuse(rpcBackend);
    }
    rabbitHosts.forEach(host -> listed(host, rabbitPort));
    NotificationDriver.of(notificationDrivers);
  }

  /** In the order to try them; none means that the service runs a broker of its own. */
  public List<BrokerAddress> brokers() {
    if (!transportUrl.isEmpty()) {
      return TransportUrlParser.parse(transportUrl);
    }
    if (!rabbitHosts.isEmpty()) {
      return rabbitHosts.stream().map(this::broker).toList();
    }
    return rabbitHost.isEmpty() ? List.of() : List.of(broker(rabbitHost, rabbitPort));
  }

  /** For people: hosts and ports alone. */
  String shown() {
    String hosts =
        brokers().stream()
            .map(broker -> broker.host() + ":" + broker.port())
            .collect(Collectors.joining(", "));
    return hosts.isEmpty()
        ? "in the process of nova-compute (embedded, for trying)"
        : "RabbitMQ at " + hosts + (ssl ? " by TLS" : "");
  }

  public NotificationDriver notificationDriver() {
    return NotificationDriver.of(notificationDrivers);
  }

  private BrokerAddress broker(String hostAndPort) {
    UrlHost host = listed(hostAndPort, rabbitPort);
    return broker(host.host(), host.port());
  }

  private BrokerAddress broker(String host, int port) {
    return new BrokerAddress(host, port, rabbitUserid, rabbitPassword, rabbitVirtualHost);
  }

  private static UrlHost listed(String hostAndPort, int otherwise) {
    UrlHost host;
    try {
      host = UrlHost.parse(hostAndPort);
    } catch (IllegalArgumentException e) {
      throw new RefusedSetting(RABBIT + ".rabbit_hosts", "is wrong: " + e.getMessage(), e);
    }
    if (host.host().isEmpty() || hostAndPort.contains("@")) {
      throw new RefusedSetting(RABBIT + ".rabbit_hosts", "takes host:port only");
    }
    return new UrlHost("", Secret.EMPTY, host.host(), host.port() == 0 ? otherwise : host.port());
  }
}
