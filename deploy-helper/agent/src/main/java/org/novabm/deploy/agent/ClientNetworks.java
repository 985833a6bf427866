package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.LineQuota;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is answered at all. Nothing named: who is on a network of the card that is listened on, and
 * this host itself.
 */
final class ClientNetworks implements Predicate<InetAddress> {

  private static final Logger LOG = LoggerFactory.getLogger(ClientNetworks.class);

  /** Addresses of cards change seldom, and are not asked for with every packet. */
  private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

  private final LineQuota refused = new LineQuota("clients that are not served", 10, LOG::warn);
  private final List<AddressBlock> named;
  private final InetAddress listening;
  private volatile Own own = new Own(System.nanoTime() - FRESH_NANOS, List.of());

  private record Own(long readAt, List<AddressBlock> networks) {}

  /**
   * Networks that are served.
   *
   * @param named all of them; empty for those of the card
   * @param listening what is listened on
   */
  ClientNetworks(List<AddressBlock> named, InetAddress listening) {
    this.named = List.copyOf(named);
    this.listening = listening;
  }

  /** Whether this client is served; a line of log says so when he is not. */
  @Override
  public boolean test(InetAddress client) {
    boolean served =
        named.isEmpty() ? client.isLoopbackAddress() || isIn(own(), client) : isIn(named, client);
    if (!served) {
      refused.say(
          "%s is not served: it is in none of %s; if it is a machine, name its network in [novabm] deploy_clients"
              .formatted(client.getHostAddress(), named.isEmpty() ? own() : named));
    }
    return served;
  }

  private static boolean isIn(List<AddressBlock> networks, InetAddress client) {
    return networks.stream().anyMatch(network -> network.contains(client));
  }

  private List<AddressBlock> own() {
    Own known = own;
    long now = System.nanoTime();
    if (now - known.readAt() >= FRESH_NANOS) {
      known = new Own(now, networks());
      own = known;
    }
    return known.networks();
  }

  private List<AddressBlock> networks() {
    try {
      Stream<NetworkInterface> cards =
          listening.isAnyLocalAddress()
              ? NetworkInterface.networkInterfaces()
              : Stream.ofNullable(NetworkInterface.getByInetAddress(listening));
      return cards
          .flatMap(card -> card.getInterfaceAddresses().stream())
          .map(ClientNetworks::network)
          .toList();
    } catch (SocketException e) {
      LOG.warn("the networks of {} cannot be read: nobody else is served", listening, e);
      return List.of();
    }
  }

  private static AddressBlock network(InterfaceAddress address) {
    return new AddressBlock(address.getAddress(), address.getNetworkPrefixLength());
  }
}
