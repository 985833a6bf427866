package org.novabm.deploy.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.settings.Setting;

/** How machines are told from others. */
record IdentitySettings(
    @Setting(
            value =
                "Networks that are answered at all; empty for those of the card that is listened on,"
                    + " and this host. In nova.conf, deploy_clients of [novabm] is taken when it is"
                    + " not set here.",
            unit = "list of CIDR, comma-separated",
            form = NetworksForm.class)
        List<AddressBlock> clients,
    @Setting(
            value =
                "Networks whose addresses are not those of machines but of routers that put their own"
                    + " in their place: what is seen of these says nothing of who is behind them.",
            unit = "list of CIDR, comma-separated",
            form = NetworksForm.class)
        List<AddressBlock> relays,
    @Setting(value = "dnsmasq's file of leases.", key = "dhcp_leases") @Nullable Path leases,
    @Setting(
            value =
                "How long the address that fetched a boot file may be silent until another one may"
                    + " have it.",
            key = "claim_seconds",
            byDefault = "600")
        Duration claim,
    @Setting(
            value =
                "How often one address may ask for the boot files of cards that have none until it is"
                    + " told nothing any more.",
            key = "boot_misses",
            byDefault = "128",
            least = 1,
            most = 1_000_000)
        int misses,
    @Setting(
            value = "How many of boot_misses an address gets back a minute.",
            key = "boot_misses_per_minute",
            byDefault = "12",
            least = 1,
            most = 1_000_000)
        int missesPerMinute) {

  static final IdentitySettings STANDARD =
      BackendSettings.none("deploy:agent").as(IdentitySettings.class);

  IdentitySettings {
    clients = List.copyOf(clients);
    relays = List.copyOf(relays);
  }
}
