package org.novabm.deploy.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Predicate;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MacAddress;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.contract.deploy.InMemoryJobBook;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Preparation;

/**
 * Both sides of the deployer in a temporary folder, on free ports, with a time that stands still.
 */
final class Rack implements AutoCloseable {

  static final MacAddress MAC = new MacAddress("52:54:00:ac:00:01");
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final long DISK = 64L << 20;

  final InMemoryJobBook book = new InMemoryJobBook();
  final InstantSource time = this::now;
  final byte[] image = new byte[100_000];
  final Deployer deployer;
  final RamdiskBoot boot;
  DeployServer server;
  private final Path folder;
  private final BackendSettings group;
  private final DeployerProvider provider;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  Rack(Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    new Random(1).nextBytes(image);
    write("deploy.vmlinuz", new byte[] {1, 2, 3});
    write("deploy.initrd", new byte[300_000]);
    Files.createDirectories(folder.resolve("tftp"));
    write("tftp/pxelinux.0", new byte[] {4});
    Files.createDirectories(folder.resolve("images"));
    write("images/user.img", image);
    group = new BackendSettings("deploy:agent", with(settings));
    provider = ServiceLoader.load(DeployerProvider.class).findFirst().orElseThrow();
    deployer = provider.open(group, book, time);
    boot = new PxeBootProvider().open(group, book, time);
    server = provider.serve(group, book, time);
  }

  private Map<String, String> with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("http_port", "0");
    all.put("tftp_port", "0");
    all.put("tftp_root", folder.resolve("tftp").toString());
    all.put("image_root", folder.resolve("images").toString());
    all.put("image_cache", folder.resolve("cache").toString());
    all.put("deploy_kernel", folder.resolve("deploy.vmlinuz").toString());
    all.put("deploy_ramdisk", folder.resolve("deploy.initrd").toString());
    all.putAll(settings);
    return all;
  }

  /** As after a new start of the process that machines talk to. */
  void serveAgain() {
    server.close();
    server = provider.serve(group, book, time);
  }

  void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  Instant now() {
    return now;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  String address() {
    return server.listening().getFirst().replace("http ", "http://");
  }

  static DeployOrder order(String image, Map<String, byte[]> configDrive) {
    return new DeployOrder(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "node1",
        List.of(new MacAddress("52:54:00:ac:00:00"), MAC),
        new ImageRef(image, null, "raw"),
        DISK,
        configDrive);
  }

  static DeployOrder order() {
    byte[] metadata = "{\"uuid\":\"one\"}".getBytes(StandardCharsets.UTF_8);
    return order("user", Map.of("openstack/latest/meta_data.json", metadata));
  }

  String imageSha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the order's image fetched, however long that takes. */
  Preparation.Ready prepare(DeployOrder order) {
    return book.prepared(deployer, order, Duration.ofSeconds(20));
  }

  /** An order whose door is open. */
  DeployOrder published() {
    DeployOrder order = order();
    prepare(order);
    boot.publish(order.deployment(), WINDOW);
    return order;
  }

  AgentContact contact(DeployOrder order) {
    return AgentJob.of(book.job(order.deployment())).contact();
  }

  /** Waits until the order's contact is as wanted. */
  void await(DeployOrder order, Predicate<AgentContact> wanted, Duration limit)
      throws InterruptedException {
    book.await(order.deployment(), job -> wanted.test(AgentJob.of(job).contact()), limit);
  }

  @Override
  public void close() {
    server.close();
    deployer.close();
  }
}
