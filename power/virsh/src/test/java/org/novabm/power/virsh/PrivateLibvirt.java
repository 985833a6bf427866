package org.novabm.power.virsh;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A libvirtd of its own in a folder, with libvirt's test driver and its one machine, "test". It
 * runs as an ordinary user, since a daemon of root's would touch the system. The driver forgets its
 * machine when nobody is connected, so somebody is.
 */
final class PrivateLibvirt implements AutoCloseable {

  private static final String NOBODY = "65534";

  private final Path folder;
  private final Process daemon;
  private final Process holder;

  PrivateLibvirt() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/libvirtd"))
            && Files.isExecutable(Path.of("/usr/bin/virsh")),
        "libvirtd and virsh are not installed (Debian packages libvirt-daemon, libvirt-clients)");
    // not below the test's own folder: a socket's path is short, and nobody must get there
    folder = Files.createTempDirectory("lv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(folder.resolve("conf"), "auth_unix_rw = \"none\"\n");
    daemon = startDaemon();
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(socket()));
    holder = new ProcessBuilder("virsh", "--connect", uri()).start();
    await().atMost(Duration.ofSeconds(30)).until(() -> run("list", "--all").contains("test"));
  }

  private Process startDaemon() throws IOException {
    List<String> line = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    line.addAll(List.of("/usr/sbin/libvirtd", "-f", "" + folder.resolve("conf")));
    line.addAll(List.of("-p", "" + folder.resolve("pid")));
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    process.environment().put("HOME", folder.toString());
    process.environment().put("XDG_RUNTIME_DIR", folder.toString());
    process.environment().put("XDG_CONFIG_HOME", folder.resolve("c").toString());
    process.environment().put("XDG_CACHE_HOME", folder.resolve("k").toString());
    return process.start();
  }

  private Path socket() {
    return folder.resolve("libvirt/libvirt-sock");
  }

  String uri() {
    return "test+unix:///default?socket=" + socket();
  }

  /** Runs virsh itself. */
  String run(String... words) {
    List<String> line = new ArrayList<>(List.of("virsh", "--quiet", "--connect", uri()));
    line.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(30, TimeUnit.SECONDS);
      return text.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    holder.destroyForcibly();
    daemon.destroy();
    try {
      if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
        daemon.destroyForcibly();
      }
    } catch (InterruptedException e) {
      daemon.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
