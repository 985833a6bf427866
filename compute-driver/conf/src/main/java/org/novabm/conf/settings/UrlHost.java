package org.novabm.conf.settings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.novabm.spi.Secret;

/**
 * The part {@code user:password@host:port} of a URL.
 *
 * @param host without the brackets of an IPv6 address; empty when missing
 * @param port 0 when missing
 */
record UrlHost(String user, Secret password, String host, int port) {

  /**
   * Splits at the last {@code @}, since passwords are not always encoded as they should be.
   *
   * @throws IllegalArgumentException without repeating the text, which may hold a password
   */
  static UrlHost parse(String text) {
    int at = text.lastIndexOf('@');
    String login = at < 0 ? "" : text.substring(0, at);
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    String password = colon < 0 ? "" : login.substring(colon + 1);
    String address = text.substring(at + 1);
    int close = address.startsWith("[") ? address.indexOf(']') : 0;
    if (close < 0) {
      throw new IllegalArgumentException("the IPv6 address lacks its closing ]");
    }
    int portColon = address.indexOf(':', close);
    String host = portColon < 0 ? address : address.substring(0, portColon);
    return new UrlHost(
        decode(user),
        Secret.of(decode(password)),
        close > 0 ? address.substring(1, close) : host,
        portColon < 0 ? 0 : port(address.substring(portColon + 1)));
  }

  /** With the brackets that IPv6 needs in a URL. */
  String hostInUrl() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "the part after the host's colon is not a port; in a password write / as %2F and @ as %40");
  }

  /** Percent signs that begin no escape stay, as Python leaves them; a plus is a plus. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      if (escapeAt(text, at)) {
        bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
        at += 3;
      } else {
        int next = text.offsetByCodePoints(at, 1);
        bytes.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
        at = next;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean escapeAt(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
