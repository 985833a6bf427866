package org.novabm.deploy.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.BackendSettings;

/**
 * How machines are told from others.
 *
 * @param clients {@code clients}, the networks that are answered at all, by CIDR with commas; empty
 *     for those of the card that is listened on, and this host
 * @param relays {@code relays}, networks whose addresses are not those of machines but of routers
 *     that put their own in their place: what is seen of these says nothing of who is behind them
 * @param leases {@code dhcp_leases}, dnsmasq's file of leases; null for none
 * @param claim {@code claim_seconds}, how long the address that fetched a boot file may be silent
 *     until another one may have it (600)
 * @param misses {@code boot_misses}, how often one address may ask for the boot files of cards that
 *     have none until it is told nothing any more (128)
 * @param missesPerMinute {@code boot_misses_per_minute}, how many of these it gets back (12)
 */
record IdentitySettings(
    List<AddressBlock> clients,
    List<AddressBlock> relays,
    @Nullable Path leases,
    Duration claim,
    int misses,
    int missesPerMinute) {

  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final int MISSES = 128;
  private static final int MISSES_PER_MINUTE = 12;
  private static final int MANY = 1_000_000;

  IdentitySettings {
    clients = List.copyOf(clients);
    relays = List.copyOf(relays);
  }

  static final IdentitySettings STANDARD =
      new IdentitySettings(List.of(), List.of(), null, CLAIM, MISSES, MISSES_PER_MINUTE);

  /**
   * Reads its keys.
   *
   * @throws IllegalArgumentException naming a value that is wrong
   */
  static IdentitySettings read(BackendSettings group) {
    String leases = group.text("dhcp_leases", "");
    return new IdentitySettings(
        networks("clients", group.text("clients", "")),
        networks("relays", group.text("relays", "")),
        leases.isEmpty() ? null : Path.of(leases),
        group.seconds("claim_seconds", CLAIM),
        group.number("boot_misses", MISSES, 1, MANY),
        group.number("boot_misses_per_minute", MISSES_PER_MINUTE, 1, MANY));
  }

  private static List<AddressBlock> networks(String key, String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(network -> !network.isEmpty())
          .map(AddressBlock::parse)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "[deploy:agent] " + key + " = " + text + ": " + e.getMessage(), e);
    }
  }
}
