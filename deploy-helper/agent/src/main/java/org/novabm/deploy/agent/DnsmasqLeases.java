package org.novabm.deploy.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.LineQuota;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What dnsmasq gave to whom: lines of end (seconds since 1970, 0 for never), card, address, name,
 * client identifier. Also of those behind a relay agent.
 */
final class DnsmasqLeases implements Lookout {

  private static final Logger LOG = LoggerFactory.getLogger(DnsmasqLeases.class);

  private static final int FIELDS = 5;

  private final LineQuota unreadable = new LineQuota("files of leases", 1, LOG::warn);
  private final Path file;
  private final InstantSource time;

  DnsmasqLeases(Path file, InstantSource time) {
    this.file = file;
    this.time = time;
  }

  @Override
  public @Nullable MacAddress cardOf(InetAddress address) {
    String wanted = address.getHostAddress();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length == FIELDS && fields[2].equals(wanted) && isValid(fields[0])) {
          return card(fields[1]);
        }
      }
    } catch (IOException e) {
      unreadable.say("dhcp_leases = %s cannot be read: %s".formatted(file, e));
    }
    return null;
  }

  private boolean isValid(String end) {
    if (!end.matches("[0-9]{1,18}")) {
      return false;
    }
    long seconds = Long.parseLong(end);
    return seconds == 0 || seconds > time.instant().getEpochSecond();
  }

  /** Other kinds of network than Ethernet have theirs before the address. */
  private static @Nullable MacAddress card(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}") ? new MacAddress(lower) : null;
  }
}
