package org.novabm.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.app.ChaosCompute;

/** A compute host of its own process. */
final class ChaosHost implements AutoCloseable {

  private static final int LAST_WORDS = 4000;

  final String name;
  final Gate gate;
  private final Path folder;
  private final Path conf;
  private @Nullable Process process;
  private int starts;

  ChaosHost(String name, Path parent, String configuration) throws IOException {
    this.name = name;
    this.folder = Files.createDirectories(parent.resolve(name));
    this.conf = Files.writeString(folder.resolve("nova.conf"), configuration);
    this.gate = new Gate(folder);
  }

  Path conf() {
    return conf;
  }

  void start() throws IOException {
    starts++;
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosCompute.class.getName(),
                conf.toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
  }

  private Path log() {
    return folder.resolve("log." + starts);
  }

  /** It came up, and did not end meanwhile. */
  boolean isUp() throws IOException {
    if (!Objects.requireNonNull(process).isAlive()) {
      throw new IllegalStateException("host " + name + " ended: " + Files.readString(log()));
    }
    return Files.readString(log()).contains("up as " + name);
  }

  /** As the kernel kills: no goodbye. */
  void kill() throws InterruptedException {
    Objects.requireNonNull(process).destroyForcibly().waitFor();
  }

  /** SIGSTOP: it stands still where it is, and knows nothing of it. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(Objects.requireNonNull(process).pid());
    int status = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + status);
    }
  }

  /** The last lines it wrote. */
  String lastWords() {
    try {
      String all = Files.readString(log());
      return all.substring(Math.max(0, all.length() - LAST_WORDS));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
