package org.novabm.deploy.image;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/**
 * Decides which hosts images may come from. It stands where the client looks names up, and the
 * client connects to what this answers and to nothing else, so a name that points elsewhere a
 * moment later changes nothing. Every connection asks anew, also behind a redirect.
 */
final class EgressRule implements DnsResolver {

  private final ImageHosts allowed;
  private final Lookup lookup;

  /** Finds all addresses of a name or of an address written out. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  EgressRule(ImageHosts allowed, Lookup lookup) {
    this.allowed = allowed;
    this.lookup = lookup;
  }

  /**
   * {@inheritDoc}
   *
   * @throws BackendException.Refused when images may not come from it; one closed address among
   *     several is enough
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookup.of(host);
    Set<InetAddress> own = own(host);
    for (InetAddress address : addresses) {
      require(host, address, own);
    }
    return addresses;
  }

  private void require(String host, InetAddress address, Set<InetAddress> own) {
    String at = address.getHostAddress();
    if (allowed.holdsAddress(address)) {
      return;
    }
    if (!allowed.namesHost(host)) {
      throw new BackendException.Refused(
          "image source " + host,
          "is not in image_hosts, neither by its name nor by its address " + at);
    }
    @Nullable String closed = ClosedAddresses.kind(address, own);
    if (closed != null) {
      throw new BackendException.Refused(
          "image source " + host,
          "leads to "
              + at
              + ", "
              + closed
              + "; images come from there only when image_hosts names that address");
    }
  }

  private static Set<InetAddress> own(String host) {
    try {
      return ClosedAddresses.ofThisHost();
    } catch (SocketException e) {
      throw new BackendException.Unreachable(
          "image source " + host, "not asked: this host's own addresses cannot be read: " + e, e);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
