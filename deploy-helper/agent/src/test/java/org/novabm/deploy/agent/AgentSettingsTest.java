package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.deploy.agent.http.HttpBounds;
import org.novabm.deploy.boot.KernelArguments;
import org.novabm.deploy.image.FetchSettings;
import org.novabm.deploy.image.ImageHosts;
import org.novabm.deploy.image.ImageSettings;
import org.novabm.deploy.tftp.TftpSettings;
import org.novabm.spi.AddressBlock;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MemoryBound;

class AgentSettingsTest {

  @Test
  void defaults() {
    assertThat(AgentSettings.read(BackendSettings.none("deploy:agent")))
        .isEqualTo(
            new AgentSettings(
                "127.0.0.1",
                10_000,
                69,
                "",
                Path.of("/tftpboot"),
                Path.of("/var/lib/nova/deploy/deploy.vmlinuz"),
                Path.of("/var/lib/nova/deploy/deploy.initrd"),
                KernelArguments.parse("console=ttyS0 quiet"),
                true,
                IdentitySettings.STANDARD,
                new ImageSettings(
                    Path.of("/var/lib/nova/images/root"),
                    Path.of("/var/lib/nova/images/cache"),
                    65_536L << 20,
                    102_400L << 20,
                    new FetchSettings(
                        ImageHosts.ANY,
                        4,
                        Duration.ofSeconds(30),
                        64 << 10,
                        Duration.ofMinutes(1),
                        Duration.ofHours(4))),
                new HttpBounds(
                    256, 32, 192, 16, Duration.ofSeconds(10), Duration.ofSeconds(30), 524_288, 8),
                640 << 10,
                TftpSettings.STANDARD));
  }

  @Test
  void every_key() {
    Map<String, String> all =
        Map.ofEntries(
            Map.entry("listen", "172.30.10.1"),
            Map.entry("http_port", "8080"),
            Map.entry("tftp_port", "0"),
            Map.entry("base_url", "http://deploy.example:8080/"),
            Map.entry("tftp_root", "/t"),
            Map.entry("deploy_kernel", "/k"),
            Map.entry("deploy_ramdisk", "/r"),
            Map.entry("pxe_append_params", "console=ttyS1,115200n8"),
            Map.entry("peer_address_check", "no"),
            Map.entry("claim_seconds", "90"),
            Map.entry("clients", "10.1.0.0/16, fd00::/8"),
            Map.entry("relays", "10.1.0.1"),
            Map.entry("dhcp_leases", "/l"),
            Map.entry("boot_misses", "7"),
            Map.entry("boot_misses_per_minute", "8"),
            Map.entry("image_root", "/i"),
            Map.entry("image_cache", "/c"),
            Map.entry("max_image_mb", "1"),
            Map.entry("cache_limit_mb", "2"),
            Map.entry("image_hosts", "images.example.org, 10.0.0.0/8"),
            Map.entry("image_fetches", "3"),
            Map.entry("image_silence_seconds", "4"),
            Map.entry("image_least_kib", "5"),
            Map.entry("image_fetch_seconds", "6"),
            Map.entry("http_connections", "3"),
            Map.entry("http_connections_per_client", "4"),
            Map.entry("http_transfers", "1"),
            Map.entry("http_transfers_per_client", "5"),
            Map.entry("http_request_timeout", "6"),
            Map.entry("http_stall_timeout", "0.5"),
            Map.entry("http_stall_kib", "7"),
            Map.entry("http_answers_at_once", "9"),
            Map.entry("config_drives_kib", "64"),
            Map.entry("tftp_transfers", "10"),
            Map.entry("tftp_transfers_per_client", "11"),
            Map.entry("tftp_buffers_kib", "65"));

    assertThat(AgentSettings.read(new BackendSettings("deploy:agent", all)))
        .isEqualTo(
            new AgentSettings(
                "172.30.10.1",
                8080,
                0,
                "http://deploy.example:8080",
                Path.of("/t"),
                Path.of("/k"),
                Path.of("/r"),
                KernelArguments.parse("console=ttyS1,115200n8"),
                false,
                new IdentitySettings(
                    List.of(AddressBlock.parse("10.1.0.0/16"), AddressBlock.parse("fd00::/8")),
                    List.of(AddressBlock.parse("10.1.0.1")),
                    Path.of("/l"),
                    Duration.ofSeconds(90),
                    7,
                    8),
                new ImageSettings(
                    Path.of("/i"),
                    Path.of("/c"),
                    1 << 20,
                    2 << 20,
                    new FetchSettings(
                        ImageHosts.parse("images.example.org 10.0.0.0/8"),
                        3,
                        Duration.ofSeconds(4),
                        5 << 10,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(6))),
                new HttpBounds(
                    3, 4, 1, 5, Duration.ofSeconds(6), Duration.ofMillis(500), 7 << 10, 9),
                64 << 10,
                TftpSettings.STANDARD.with(10, 11, 65 << 10)));
  }

  @Test
  void all_bounds_of_ports_and_images_stay_within_their_share() {
    assertThat(
            new AgentDeployerProvider()
                .bounds(BackendSettings.none("deploy:agent")).stream()
                    .mapToLong(MemoryBound::bytes)
                    .sum())
        .isBetween(1L << 20, (8L + 6L + 2L) << 20);
  }

  @Test
  void fetchingImagesTakesAFewMebibytesOfHeap() {
    assertThat(AgentSettings.read(BackendSettings.none("deploy:agent")).images().bounds())
        .singleElement()
        .satisfies(bound -> assertThat(bound.bytes()).isEqualTo(2 << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "image_hosts, 10.0.0.0/33",
    "image_fetches, 0",
    "image_least_kib, 0",
    "http_ports, 1",
    "http_port, 65536",
    "max_image_mb, 0",
    "http_connections, 1",
    "http_transfers, 256",
    "http_request_timeout, 0",
    "listen, 0.0.0.0",
    "base_url, ftp://host",
    "base_url, http://host/a b",
    "peer_address_check, maybe",
    "claim_seconds, 0",
    "clients, 10.0.0.0/33",
    "clients, example.org",
    "relays, 10.0.0.0/x",
    "boot_misses, 0",
    "pxe_append_params, a;b"
  })
  void what_is_wrong_is_named(String key, String value) {
    assertThatThrownBy(
            () -> AgentSettings.read(new BackendSettings("deploy:agent", Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }
}
