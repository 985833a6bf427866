package org.novabm.deploy.agent.http;

import java.net.InetAddress;
import java.util.Map;

/**
 * A whole request, within the bounds of heads and bodies.
 *
 * @param method as sent, for example {@code GET}
 * @param path decoded; empty for what is no path
 * @param query undecoded, without the question mark; empty for none
 * @param headers by lower-case name; of several with one name the first
 * @param body as UTF-8; empty for none
 * @param client who asks
 */
public record Asked(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    String body,
    InetAddress client) {

  /** A header's value; empty when it was not sent. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** Headers may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path + " from " + client.getHostAddress();
  }
}
