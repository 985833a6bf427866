package org.novabm.deploy.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this host's kernel knows of those on its own networks: whose answers it had to find to send
 * anything to them. Nothing of those behind a router, and of this host. IPv4 from {@code
 * /proc/net/arp} (proc(5)).
 */
final class KernelNeighbours implements Lookout {

  private static final Logger LOG = LoggerFactory.getLogger(KernelNeighbours.class);

  /** A line of proc(5): address, kind, flags, card. Only a complete entry has the flag 2. */
  private static final Pattern ARP =
      Pattern.compile("(\\S+)\\s+0x1\\s+0x([0-9a-f]+)\\s+([0-9a-f:]{17})\\s.*");

  private static final int COMPLETE = 2;

  private final Path arp;
  private final Lookout ipv6;

  /**
   * Of this host.
   *
   * @param arp {@code /proc/net/arp}
   * @param ipv6 sees those that have an IPv6 address
   */
  KernelNeighbours(Path arp, Lookout ipv6) {
    this.arp = arp;
    this.ipv6 = ipv6;
  }

  @Override
  public @Nullable MacAddress cardOf(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return null;
    }
    return address instanceof Inet4Address ? byArp(address.getHostAddress()) : ipv6.cardOf(address);
  }

  private @Nullable MacAddress byArp(String address) {
    try (BufferedReader lines = Files.newBufferedReader(arp, StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher entry = ARP.matcher(line);
        if (entry.matches()
            && entry.group(1).equals(address)
            && (Integer.parseInt(entry.group(2), 16) & COMPLETE) != 0) {
          return new MacAddress(entry.group(3));
        }
      }
    } catch (NoSuchFileException e) {
      LOG.debug("this system has no {}", arp);
    } catch (IOException e) {
      LOG.warn("{} cannot be read: nothing is known of neighbours", arp, e);
    }
    return null;
  }
}
