package org.novabm.messaging.rpc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * OpenStack's address of a broker: {@code
 * rabbit://user:password@host:port,user:password@host2:port/vhost?ssl=1}. Scheme {@code rabbit},
 * {@code kombu} or {@code amqp}; a part in percent form is decoded; a host without an account has
 * the one before it.
 *
 * @param brokers at least one
 * @param virtualHost {@code /} when the path is empty
 * @param tls from the query's {@code ssl}
 */
public record TransportUrl(List<Endpoint> brokers, String virtualHost, boolean tls) {

  public TransportUrl {
    brokers = List.copyOf(brokers);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is no such address; the message never holds the
   *     password
   */
  public static TransportUrl parse(String text) {
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    if (!List.of("rabbit", "kombu", "amqp").contains(scheme)) {
      throw new IllegalArgumentException(
          "transport_url must begin with rabbit://, for example rabbit://user:password@host:5672/");
    }
    String rest = text.substring(colon + 3);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : decoded(rest.substring(slash + 1));
    return new TransportUrl(
        brokers(slash < 0 ? rest : rest.substring(0, slash)),
        path.isEmpty() ? "/" : path,
        query.matches("(.*&)?ssl=(1|true|True|yes)(&.*)?"));
  }

  private static List<Endpoint> brokers(String list) {
    List<Endpoint> brokers = new ArrayList<>();
    String user = "guest";
    Secret password = Secret.of("guest");
    for (String entry : list.split(",", -1)) {
      int at = entry.lastIndexOf('@');
      if (at >= 0) {
        String account = entry.substring(0, at);
        int colon = account.indexOf(':');
        user = decoded(colon < 0 ? account : account.substring(0, colon));
        password = Secret.of(colon < 0 ? "" : decoded(account.substring(colon + 1)));
      }
      brokers.add(Endpoint.parse(entry.substring(at + 1), user, password));
    }
    return brokers;
  }

  private static String decoded(String text) {
    // a plus sign is itself in this part of an address
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
