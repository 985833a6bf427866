package org.novabm.deploy.agent;

import java.net.InetAddress;
import org.novabm.spi.MacAddress;

/**
 * A secret on its way to a machine. It counts once the machine is known to have it.
 *
 * @param mac the card it was asked for
 * @param peer who asked
 * @param secret never print this record
 */
record BootTicket(MacAddress mac, InetAddress peer, String secret) {

  @Override
  public String toString() {
    return "BootTicket[" + mac + ", " + peer + "]";
  }
}
