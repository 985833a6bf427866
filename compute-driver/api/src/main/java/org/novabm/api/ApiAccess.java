package org.novabm.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;

/**
 * Who may use the service.
 *
 * @param listen the address the service listens on
 * @param token what a caller must show; null leaves the service open, which is allowed on loopback
 *     only
 * @param hostNames names besides {@code localhost} that a {@code Host} header may have while the
 *     service is open; a page in a browser that rebound its own name to 127.0.0.1 is refused by it
 */
public record ApiAccess(InetAddress listen, @Nullable Secret token, Set<String> hostNames) {

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  public ApiAccess {
    hostNames =
        hostNames.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (token != null && token.reveal().isBlank()) {
      throw new IllegalArgumentException(
          "the API token is empty; put one into its file or name none");
    }
    if (token == null && !listen.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "the API listens on "
              + listen.getHostAddress()
              + " without a token; configure a token, or listen on 127.0.0.1");
    }
  }

  /**
   * The same from the words of a configuration.
   *
   * @param listen an IP address or a host name of this machine
   * @throws IllegalArgumentException when the name is unknown, or the service would be open to
   *     others
   */
  public static ApiAccess of(String listen, @Nullable Secret token, Set<String> hostNames) {
    try {
      return new ApiAccess(InetAddress.getByName(listen), token, hostNames);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "the API cannot listen on '" + listen + "': no such address or host name", e);
    }
  }

  /** Nobody is asked for a token. */
  public boolean isOpen() {
    return token == null;
  }

  /** The shown token is the right one; compared in constant time. */
  public boolean accepts(String shown) {
    return token != null && token.equals(Secret.of(shown));
  }

  /** The name, without its port, is one of this service's own. */
  public boolean isOwnName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LOOPBACK_NAMES.contains(lower) || hostNames.contains(lower);
  }
}
