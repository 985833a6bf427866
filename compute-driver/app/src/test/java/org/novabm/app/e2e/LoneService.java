package org.novabm.app.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Waiting;

/**
 * nova-compute on its embedded defaults and with its default heap, beside one simulated machine;
 * all on loopback and free ports, without root.
 */
final class LoneService implements AutoCloseable {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Duration PATIENT = Duration.ofMinutes(3);
  private static final int IMAGE_BYTES = 16 << 20;

  final int apiPort = freePort();
  final int machinesPort = freePort();
  final int tftpPort = freePort();
  final int openFlowPort = freePort();

  private final Path folder;
  private final Daemon compute;
  private final Daemon rack;
  private final Waiting waiting = new Waiting(line -> System.out.println("[siege] " + line));

  LoneService(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(configuration(), conf());
    image();
    Files.write(folder.resolve("deploy.initrd"), new byte[IMAGE_BYTES]);
    Files.write(folder.resolve("deploy.vmlinuz"), new byte[IMAGE_BYTES / 2]);
    rack =
        daemon(
            "virtual-rack",
            folder.resolve("rack"),
            "simulate",
            "--dir",
            folder.resolve("rack").toString(),
            "--nodes",
            "1",
            "--deploy-url",
            "http://127.0.0.1:" + machinesPort);
    compute = daemon("nova-compute", configuration(), "--config-file", configuration().toString());
  }

  void start() {
    rack.start();
    compute.start();
    waiting.until("the rack", PATIENT, () -> Files.exists(rackFile()));
    waiting.until(
        "nova-compute",
        PATIENT,
        () -> {
          compute.mustLive();
          return tool("nova-baremetal-nodemanager", "list").status() == 0;
        });
  }

  Path configuration() {
    return folder.resolve("nova.conf");
  }

  Path state() {
    return folder.resolve("state");
  }

  Path rackFile() {
    return folder.resolve("rack/rack.json");
  }

  String log() throws IOException {
    return Files.readString(compute.log());
  }

  boolean alive() {
    return compute.alive();
  }

  /** Open descriptors of nova-compute. */
  long descriptors() throws IOException {
    try (Stream<Path> all =
        Files.list(Path.of("/proc", Long.toString(compute.process().pid().orElseThrow()), "fd"))) {
      return all.count();
    }
  }

  Program.Ending tool(String name, String... words) {
    List<String> command =
        new ArrayList<>(List.of(CHECKOUT.resolve("bin").resolve(name).toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--config-file", configuration().toString()));
    return new Program(command).with(java()).within(PATIENT).run();
  }

  /** SIGTERM, and how long it took to end. */
  Duration terminate() {
    long begin = System.nanoTime();
    ProcessHandle.of(compute.process().pid().orElseThrow()).ifPresent(ProcessHandle::destroy);
    waiting.until("the end of nova-compute", PATIENT, () -> !compute.alive());
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    compute.stop(waiting);
    rack.stop(waiting);
  }

  private Daemon daemon(String name, Path mark, String... words) {
    List<String> command =
        new ArrayList<>(List.of(CHECKOUT.resolve("bin").resolve(name).toString()));
    command.addAll(List.of(words));
    return new Daemon(
        name,
        command,
        java(),
        new OwnedProcess(folder.resolve(name + ".pid"), mark),
        folder.resolve(name + ".log"));
  }

  private static Map<String, String> java() {
    return Map.of("JAVA_HOME", System.getProperty("java.home"), "NOVA_HEAP", "256m");
  }

  private String conf() {
    return """
    [DEFAULT]
    host = besieged
    my_ip = 127.0.0.1
    state_path = %s
    graceful_shutdown_timeout = 20
    [baremetal]
    tftp_root = %s
    deploy_kernel = %s
    deploy_ramdisk = %s
    [novabm]
    api_port = %d
    broker_port = 0
    deploy_http_port = %d
    deploy_tftp_port = %d
    image_root = %s
    [netswitch:openflow]
    listen = 127.0.0.1:%d
    """
        .formatted(
            state(),
            folder,
            folder.resolve("deploy.vmlinuz"),
            folder.resolve("deploy.initrd"),
            apiPort,
            machinesPort,
            tftpPort,
            folder.resolve("images"),
            openFlowPort);
  }

  /** Enough of a disk for a simulated machine to believe that it can boot. */
  private void image() throws IOException {
    byte[] disk = new byte[IMAGE_BYTES];
    disk[510] = 0x55;
    disk[511] = (byte) 0xaa;
    Files.write(Files.createDirectories(folder.resolve("images")).resolve("user.img"), disk);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
