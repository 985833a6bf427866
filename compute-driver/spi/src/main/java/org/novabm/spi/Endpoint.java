package org.novabm.spi;

import java.util.Objects;

/**
 * Where a device is and who we are to it.
 *
 * @param address host name or IP address; in brackets-free form for IPv6
 * @param port UDP or TCP port, 0 for the protocol's own
 * @param user account name, may be empty
 * @param password its password, may be {@link Secret#EMPTY}
 */
public record Endpoint(String address, int port, String user, Secret password) {

  public Endpoint {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (address.isBlank()) {
      throw new IllegalArgumentException("an endpoint needs an address");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
  }

  /**
   * Reads {@code host}, {@code host:port} or {@code [v6]:port}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static Endpoint parse(String text, String user, Secret password) {
    boolean bracketed = text.startsWith("[");
    int end = bracketed ? text.indexOf(']') + 1 : text.indexOf(':');
    if (bracketed && end == 0) {
      throw new IllegalArgumentException("missing ] in address " + text);
    }
    if (end < 0 || end == text.length() || (!bracketed && text.lastIndexOf(':') != end)) {
      return new Endpoint(
          bracketed ? text.substring(1, text.length() - 1) : text, 0, user, password);
    }
    String host = bracketed ? text.substring(1, end - 1) : text.substring(0, end);
    try {
      return new Endpoint(host, Integer.parseInt(text, end + 1, text.length(), 10), user, password);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the port of address " + text + " is not a number", e);
    }
  }

  /** The given port, or the protocol's own when none was named. */
  public int portOr(int standard) {
    return port == 0 ? standard : port;
  }

  /** {@code address}, {@code address:port} or {@code [v6]:port}: what {@link #parse} reads. */
  public String display() {
    if (port == 0) {
      return address;
    }
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }
}
