package org.novabm.node;

import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * Where a node's BMC is and who we are there. Its password is opened by {@link BmcSecrets} alone.
 *
 * @param address host name or IP address, or what the power manager has instead of one
 * @param port UDP or TCP port, 0 for the protocol's own
 * @param user account name, may be empty
 */
public record BmcEndpoint(String address, int port, String user) {

  /** Checks what {@link Endpoint} does. */
  public BmcEndpoint {
    address = new Endpoint(address, port, user, Secret.EMPTY).address();
  }

  public static BmcEndpoint of(Endpoint bmc) {
    return new BmcEndpoint(bmc.address(), bmc.port(), bmc.user());
  }

  public Endpoint with(Secret password) {
    return new Endpoint(address, port, user, password);
  }

  /** {@code address}, {@code address:port} or {@code [v6]:port}. */
  public String display() {
    return with(Secret.EMPTY).display();
  }
}
