package org.novabm.power.redfish;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/**
 * A link that a BMC gave, checked: what follows it sends the session's token there. So it is below
 * {@code /redfish/} of the same BMC (DSP0266, 6.2), and of letters that need no second reading.
 */
final class ResourcePath {

  private static final Pattern PATH =
      Pattern.compile("/redfish(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,255}){1,32}/?");

  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{1,512}");

  private ResourcePath() {}

  /**
   * The path of a link, which is a path or a whole address of the BMC itself.
   *
   * @throws BackendException.ProtocolViolation when it leads elsewhere, or is none
   */
  static String of(Endpoint bmc, String link) {
    String path = link.startsWith("/") ? link : pathOfAddress(bmc, link);
    if (path == null || !PATH.matcher(path).matches()) {
      throw new BackendException.ProtocolViolation(
          bmc.display(),
          "it links to '%s', which is not a resource of its own; nothing was sent there"
              .formatted(BodyExcerpt.of(link)));
    }
    return path;
  }

  /**
   * Where a session is, which some BMCs tell by an address with the name they have for themselves.
   * It is asked for at the BMC that was logged in to, whatever name that is.
   *
   * @throws BackendException.ProtocolViolation when it has no path of a resource
   */
  static String ofLocation(Endpoint bmc, String location) {
    URI address = uri(location);
    String path = address == null ? null : address.getRawPath();
    return of(bmc, path == null || !path.startsWith("/") ? location : path);
  }

  /**
   * The same with the query behind it, which the next page of a collection has and a redirect may
   * have.
   *
   * @throws BackendException.ProtocolViolation when it leads elsewhere, or is none
   */
  static String withQuery(Endpoint bmc, String link) {
    int mark = link.indexOf('?');
    if (mark < 0) {
      return of(bmc, link);
    }
    String query = link.substring(mark + 1);
    if (!QUERY.matcher(query).matches()) {
      throw new BackendException.ProtocolViolation(
          bmc.display(),
          "it links to '%s', whose query is malformed; nothing was sent there"
              .formatted(BodyExcerpt.of(link)));
    }
    return of(bmc, link.substring(0, mark)) + "?" + query;
  }

  private static @Nullable String pathOfAddress(Endpoint bmc, String link) {
    URI address = uri(link);
    return address != null && isOf(bmc, address) ? address.getRawPath() : null;
  }

  private static boolean isOf(Endpoint bmc, URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getRawUserInfo() == null
        && address.getHost() != null
        && bare(address.getHost()).equalsIgnoreCase(bmc.address())
        && (address.getPort() < 0 ? 443 : address.getPort()) == bmc.portOr(443);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}
