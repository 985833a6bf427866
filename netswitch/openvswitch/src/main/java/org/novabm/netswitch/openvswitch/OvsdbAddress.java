package org.novabm.netswitch.openvswitch;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import org.novabm.spi.Endpoint;

/** Where the switch's database listens. */
final class OvsdbAddress {

  /** RFC 7047, section 9. */
  private static final int PORT = 6640;

  private OvsdbAddress() {}

  static boolean isLocal(Endpoint endpoint) {
    return endpoint.address().startsWith("/");
  }

  static SocketAddress of(Endpoint endpoint) throws UnknownHostException {
    if (isLocal(endpoint)) {
      return UnixDomainSocketAddress.of(endpoint.address());
    }
    InetSocketAddress address = new InetSocketAddress(endpoint.address(), endpoint.portOr(PORT));
    if (address.isUnresolved()) {
      throw new UnknownHostException("the name of the switch has no address");
    }
    return address;
  }
}
