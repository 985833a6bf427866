package org.novabm.deploy.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.novabm.deploy.agent.http.HttpBounds;
import org.novabm.deploy.boot.KernelArguments;
import org.novabm.deploy.image.FetchSettings;
import org.novabm.deploy.image.ImageHosts;
import org.novabm.deploy.image.ImageSettings;
import org.novabm.deploy.tftp.TftpSettings;
import org.novabm.spi.BackendSettings;

/**
 * The group {@code [deploy:agent]}; both sides read all of it.
 *
 * @param listen {@code listen}, the address of the provisioning leg (127.0.0.1)
 * @param httpPort {@code http_port} (10000; 0 for any free one)
 * @param tftpPort {@code tftp_port} (69; 0 for none)
 * @param baseUrl {@code base_url}, what machines call us; empty for http, the address and the port
 * @param tftpRoot {@code tftp_root}, whatever else the firmware fetches, for example pxelinux.0
 *     (/tftpboot)
 * @param kernel {@code deploy_kernel} (/var/lib/nova/deploy/deploy.vmlinuz)
 * @param ramdisk {@code deploy_ramdisk} (/var/lib/nova/deploy/deploy.initrd)
 * @param appendParams {@code pxe_append_params} (console=ttyS0 quiet)
 * @param peerAddressCheck {@code peer_address_check}, machines are told apart by their addresses
 *     and cards: what the one who fetched the boot file gets is good from there only (true)
 * @param identity what else tells them apart, {@link IdentitySettings}
 * @param images {@code image_root} (/var/lib/nova/images/root), {@code image_cache}
 *     (/var/lib/nova/images/cache), {@code max_image_mb} (65536), {@code cache_limit_mb} (102400),
 *     {@code image_hosts}, hosts, *.domains, addresses and networks that images may come from by
 *     http and https (empty: all but loopback, link-local, this host's own and the like), {@code
 *     image_fetches} at a time (4), {@code image_silence_seconds} (30), {@code image_least_kib} a
 *     second, averaged over a minute (64), {@code image_fetch_seconds} in all (14400)
 * @param http {@code http_connections} (256), {@code http_connections_per_client} (32), {@code
 *     http_transfers} (192), {@code http_transfers_per_client} (16), {@code http_request_timeout}
 *     (10 s), {@code http_stall_timeout} (30 s), {@code http_stall_kib} (512), {@code
 *     http_answers_at_once} (8)
 * @param configDriveBytes {@code config_drives_kib} (640), heap for config drives being sent, and
 *     the largest one that is taken
 * @param tftp {@code tftp_transfers} (512), {@code tftp_transfers_per_client} (32), {@code
 *     tftp_buffers_kib} (4096)
 */
record AgentSettings(
    String listen,
    int httpPort,
    int tftpPort,
    String baseUrl,
    Path tftpRoot,
    Path kernel,
    Path ramdisk,
    KernelArguments appendParams,
    boolean peerAddressCheck,
    IdentitySettings identity,
    ImageSettings images,
    HttpBounds http,
    int configDriveBytes,
    TftpSettings tftp) {

  private static final Path STATE = Path.of("/var/lib/nova");
  private static final Duration SOURCE_SILENCE = Duration.ofSeconds(30);
  private static final Duration SOURCE_WINDOW = Duration.ofMinutes(1);
  private static final Duration LONGEST_FETCH = Duration.ofHours(4);
  private static final int ANY_SIZE = Integer.MAX_VALUE;

  AgentSettings {
    boolean everywhere = listen.equals("0.0.0.0") || listen.equals("::");
    if (everywhere && baseUrl.isEmpty()) {
      throw new IllegalArgumentException(
          "[deploy:agent] listen = " + listen + " needs base_url, the address that machines call");
    }
  }

  /**
   * Reads the group.
   *
   * @throws IllegalArgumentException naming a key that is unknown or a value that is wrong
   */
  static AgentSettings read(BackendSettings group) {
    AgentSettings settings =
        new AgentSettings(
            group.text("listen", "127.0.0.1"),
            group.number("http_port", 10_000, 0, 65_535),
            group.number("tftp_port", 69, 0, 65_535),
            baseUrl(group.text("base_url", "")),
            group.path("tftp_root", Path.of("/tftpboot")),
            group.path("deploy_kernel", STATE.resolve("deploy/deploy.vmlinuz")),
            group.path("deploy_ramdisk", STATE.resolve("deploy/deploy.initrd")),
            arguments(group.text("pxe_append_params", "console=ttyS0 quiet")),
            group.flag("peer_address_check", true),
            IdentitySettings.read(group),
            images(group),
            http(group),
            group.number("config_drives_kib", 640, 64, 1 << 20) << 10,
            tftp(group));
    group.refuseOthers();
    return settings;
  }

  private static KernelArguments arguments(String text) {
    try {
      return KernelArguments.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] pxe_append_params: " + e.getMessage(), e);
    }
  }

  private static ImageSettings images(BackendSettings group) {
    return new ImageSettings(
        group.path("image_root", STATE.resolve("images/root")),
        group.path("image_cache", STATE.resolve("images/cache")),
        bytes(group.number("max_image_mb", 65_536, 1, ANY_SIZE)),
        bytes(group.number("cache_limit_mb", 102_400, 0, ANY_SIZE)),
        new FetchSettings(
            hosts(group.text("image_hosts", "")),
            group.number("image_fetches", 4, 1, 64),
            group.seconds("image_silence_seconds", SOURCE_SILENCE),
            group.number("image_least_kib", 64, 1, 1 << 20) * 1024L,
            SOURCE_WINDOW,
            group.seconds("image_fetch_seconds", LONGEST_FETCH)));
  }

  private static ImageHosts hosts(String text) {
    try {
      return ImageHosts.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] image_hosts: " + e.getMessage(), e);
    }
  }

  private static HttpBounds http(BackendSettings group) {
    HttpBounds standard = HttpBounds.STANDARD;
    try {
      return new HttpBounds(
          group.number("http_connections", standard.connections(), 2, 100_000),
          group.number("http_connections_per_client", standard.connectionsPerClient(), 1, 100_000),
          group.number("http_transfers", standard.transfers(), 1, 100_000),
          group.number("http_transfers_per_client", standard.transfersPerClient(), 1, 100_000),
          group.seconds("http_request_timeout", standard.requestTime()),
          group.seconds("http_stall_timeout", standard.stallTime()),
          group.number("http_stall_kib", standard.stallBytes() >> 10, 1, 1 << 20) << 10,
          group.number("http_answers_at_once", standard.answersAtOnce(), 1, 1000));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] " + e.getMessage(), e);
    }
  }

  private static TftpSettings tftp(BackendSettings group) {
    TftpSettings standard = TftpSettings.STANDARD;
    return standard.with(
        group.number("tftp_transfers", standard.transfers(), 1, 100_000),
        group.number("tftp_transfers_per_client", standard.transfersPerClient(), 1, 100_000),
        group.number("tftp_buffers_kib", standard.bufferBytes() >> 10, 65, 1 << 20) << 10);
  }

  private static long bytes(int mebibytes) {
    return (long) mebibytes << 20;
  }

  /** It becomes a part of boot files, so nothing but a plain address is taken. */
  private static String baseUrl(String text) {
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!base.isEmpty() && !base.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._/-]*)?")) {
      throw new IllegalArgumentException(
          "[deploy:agent] base_url = " + text + " is not of the form http://host:port");
    }
    return base.isEmpty() ? base : URI.create(base).toString();
  }

  /** What machines call us when we listen on this port. */
  String base(int port) {
    String host = listen.contains(":") ? "[" + listen + "]" : listen;
    return baseUrl.isEmpty() ? "http://" + host + ":" + port : baseUrl;
  }
}
