package org.novabm.deploy.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Tells the queue where a fetch is about to connect to. It stands in the client's look-up: any
 * other might have another answer, and a redirect leads elsewhere.
 */
final class Destinations implements DnsResolver {

  private static final ScopedValue<Fetch> ASKING = ScopedValue.newInstance();

  private final DnsResolver rule;
  private final FetchQueue queue;

  Destinations(DnsResolver rule, FetchQueue queue) {
    this.rule = rule;
    this.queue = queue;
  }

  /** Does what connects, for this fetch. */
  static <T> T asking(Fetch fetch, ScopedValue.CallableOp<T, IOException> connecting)
      throws IOException {
    return ScopedValue.where(ASKING, fetch).call(connecting);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = rule.resolve(host);
    queue.connecting(ASKING.get(), found);
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return rule.resolveCanonicalHostname(host);
  }
}
