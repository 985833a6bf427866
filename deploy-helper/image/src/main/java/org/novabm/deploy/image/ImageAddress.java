package org.novabm.deploy.image;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageText;

/** Addresses of images, read with care: they come from users and from strangers' redirects. */
final class ImageAddress {

  private ImageAddress() {}

  /**
   * Reads an address, absolute or not.
   *
   * @param from whom it comes from, for messages
   * @throws BackendException.Refused when it is none, or leads anywhere but to http or https
   */
  static URI parsed(String text, String from) {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      // the text may hold a password; the exception would repeat it
      throw refused(from, "its address is not a valid one");
    }
    if (address.isAbsolute() && !HttpImages.handles(text)) {
      throw refused(from, "leads to an address that is not http or https");
    }
    if (address.isAbsolute() && address.getHost() == null) {
      throw refused(from, "its address names no host, or not in a form that is understood");
    }
    if (address.getRawUserInfo() != null) {
      throw refused(from, "carries a user name in its address; that is not supported");
    }
    if (address.getRawPath() != null && address.getRawPath().startsWith("//")) {
      throw refused(from, "its address has a path that begins with two slashes");
    }
    return address;
  }

  /** Where a redirect leads. */
  static URI target(URI from, @Nullable String location) {
    String name = from.toString();
    if (location == null) {
      throw refused(name, "redirects without saying where to");
    }
    URI to = parsed(from.resolve(parsed(location, name)).toString(), name);
    if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
      throw refused(name, "redirects from https to http");
    }
    return to;
  }

  /** The host without the brackets of an IPv6 address. */
  static String host(URI address) {
    String host = address.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static BackendException refused(String from, String text) {
    return new BackendException.Refused("image " + ImageText.of(from), text);
  }
}
