package org.novabm.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the requests that a page of another site makes a browser send. Such a page has no token,
 * but a browser extension or a proxy may add it.
 */
final class ForeignPage {

  /** Fetch Metadata; {@code none} is a person who typed the address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private ForeignPage() {}

  /** Why the request must not come in; null when it may. */
  static @Nullable String objection(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site.toLowerCase(Locale.ROOT))) {
      return "a page of another site made the browser send this";
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !authority(origin).equalsIgnoreCase(request.getHeader("Host"))) {
      return "a page of another origin sent this; only a page at the service's own address may";
    }
    return null;
  }

  /** RFC 6454, section 7: scheme, host, and the port unless it is the scheme's own. */
  private static String authority(String origin) {
    int slashes = origin.indexOf("://");
    return slashes < 0 ? "" : origin.substring(slashes + "://".length());
  }
}
