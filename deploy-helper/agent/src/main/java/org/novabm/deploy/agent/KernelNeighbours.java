package org.novabm.deploy.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this host's kernel knows of those on its own networks: whose answers it had to find to send
 * anything to them. Nothing of those behind a router, and of this host. IPv4 from {@code
 * /proc/net/arp} (proc(5)), IPv6 from the program {@code ip}, where it is installed.
 */
final class KernelNeighbours implements Lookout {

  private static final Logger LOG = LoggerFactory.getLogger(KernelNeighbours.class);

  /** A line of proc(5): address, kind, flags, card. Only a complete entry has the flag 2. */
  private static final Pattern ARP =
      Pattern.compile("(\\S+)\\s+0x1\\s+0x([0-9a-f]+)\\s+([0-9a-f:]{17})\\s.*");

  private static final int COMPLETE = 2;

  private static final Pattern LLADDR = Pattern.compile(" lladdr ([0-9a-f:]{17}) .*");

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path arp;
  private final Semaphore asking = new Semaphore(1, true);

  /**
   * Of this host.
   *
   * @param arp {@code /proc/net/arp}
   */
  KernelNeighbours(Path arp) {
    this.arp = arp;
  }

  @Override
  public @Nullable MacAddress cardOf(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return null;
    }
    return address instanceof Inet4Address ? byArp(address.getHostAddress()) : bySolicit(address);
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

  /** One at a time: it is a process. */
  private @Nullable MacAddress bySolicit(InetAddress address) {
    asking.acquireUninterruptibly();
    try {
      String text = address.getHostAddress();
      int zone = text.indexOf('%');
      String plain = zone < 0 ? text : text.substring(0, zone);
      List<String> line = List.of("ip", "-6", "neigh", "show", "to", plain);
      ForeignProgram.Ending ending =
          new ForeignProgram("neighbour " + plain, line).run(Deadline.in(PATIENCE));
      Matcher found = LLADDR.matcher(" " + ending.brief() + " ");
      return ending.done() && found.find() ? new MacAddress(found.group(1)) : null;
    } catch (BackendException e) {
      LOG.debug("nothing is known of {}: {}", address, e.getMessage());
      return null;
    } finally {
      asking.release();
    }
  }
}
