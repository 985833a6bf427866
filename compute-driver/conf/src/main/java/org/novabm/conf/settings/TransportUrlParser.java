package org.novabm.conf.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novabm.spi.Secret;

/**
 * Reads oslo.messaging's {@code rabbit://user:password@host:port,...,hostN:portN/virtual_host}. No
 * message repeats the text, for it holds a password.
 */
final class TransportUrlParser {

  private static final String KEY = "DEFAULT.transport_url";

  static final int PORT = 5672;

  /** What RabbitMQ lets in from its own host when nothing is configured. */
  private static final String GUEST = "guest";

  private static final Set<String> SCHEMES = Set.of("rabbit", "kombu");

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[a-z][a-z0-9+.-]*)://(?<hosts>[^/?#]*)(?:/(?<path>[^?#]*))?"
              + "(?:\\?(?<query>[^#]*))?(?<rest>.*)",
          Pattern.CASE_INSENSITIVE);

  private TransportUrlParser() {}

  /**
   * The brokers, in the order to try them.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  static List<BrokerAddress> parse(Secret transportUrl) {
    Matcher url = URL.matcher(transportUrl.reveal().strip());
    if (!url.matches() || !SCHEMES.contains(url.group("scheme"))) {
      throw refusal(
          "is not of the form rabbit://user:password@host:5672/virtual_host; this service speaks to RabbitMQ only");
    }
    if (!url.group("rest").isEmpty()) {
      throw refusal("has a #; in a password write it as %23");
    }
    String path = url.group("path");
    String virtualHost = path == null || path.isEmpty() ? "/" : UrlHost.decode(path);
    List<BrokerAddress> brokers =
        Stream.of(url.group("hosts").split(",", -1))
            .filter(host -> !host.isEmpty())
            .map(host -> broker(host, virtualHost))
            .toList();
    if (brokers.isEmpty()) {
      throw refusal("names no host");
    }
    return brokers;
  }

  /** What follows the question mark, undecoded; empty for none, and for what is no such URL. */
  static String query(Secret transportUrl) {
    Matcher url = URL.matcher(transportUrl.reveal().strip());
    return url.matches() && url.group("query") != null ? url.group("query") : "";
  }

  private static BrokerAddress broker(String text, String virtualHost) {
    UrlHost host;
    try {
      host = UrlHost.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedSetting(KEY, "is wrong: " + e.getMessage(), e);
    }
    if (host.host().isEmpty()) {
      throw refusal("has a login without a host");
    }
    return new BrokerAddress(
        host.host(),
        host.port() == 0 ? PORT : host.port(),
        host.user().isEmpty() ? GUEST : host.user(),
        host.user().isEmpty() ? Secret.of(GUEST) : host.password(),
        virtualHost);
  }

  private static RefusedSetting refusal(String why) {
    return new RefusedSetting(KEY, why);
  }
}
