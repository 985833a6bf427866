package org.novabm.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.api.ApiAccess;

/**
 * What is looked at when no token is asked for. A browser on this machine, or a proxy, can be made
 * to carry a stranger's request to 127.0.0.1; its headers give it away.
 */
final class OpenDoor {

  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private OpenDoor() {}

  /** Why the request must not come in; null when it may. */
  static @Nullable String objection(ApiAccess access, HttpServletRequest request) {
    if (!isLoopback(request.getRemoteAddr())) {
      return "without a token only callers on this machine are answered; configure a token";
    }
    for (String header : PROXY_HEADERS) {
      if (request.getHeader(header) != null) {
        return "a proxy passed this on (" + header + "); configure a token to be used through one";
      }
    }
    if (!access.isOwnName(nameOf(request.getHeader("Host")))) {
      return "the Host header names somebody else; use 127.0.0.1 or localhost, or configure the name";
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !access.isOwnName(hostOf(origin))) {
      return "a page of another site sent this; configure a token to be used by one";
    }
    return null;
  }

  private static boolean isLoopback(String address) {
    return InetAddress.ofLiteral(address).isLoopbackAddress();
  }

  /** The host of {@code host:port}; the brackets of an IPv6 address stay. */
  private static String nameOf(@Nullable String host) {
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static String hostOf(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
