package org.novabm.rack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

  private final Waiting waiting = new Waiting(Narrator.SILENT);

  @TempDir private Path folder;
  private OwnedProcess process = new OwnedProcess(Path.of("/"), Path.of("/"));

  @BeforeEach
  void file() throws IOException {
    Files.writeString(folder.resolve("watched"), "");
    process = new OwnedProcess(folder.resolve("pid"), folder);
  }

  @AfterEach
  void nothingStays() {
    process.stop(Duration.ZERO, waiting);
  }

  private Daemon daemon(String... command) {
    return new Daemon("watcher", List.of(command), Map.of(), process, folder.resolve("log"));
  }

  private Daemon watcher() {
    return daemon("tail", "-f", folder.resolve("watched").toString());
  }

  @Test
  void startsInASessionOfItsOwnAndStops() throws IOException {
    Daemon daemon = watcher();
    daemon.start();
    assertThat(daemon.alive()).isTrue();
    long pid = process.pid().orElseThrow();
    waiting.until("setsid", Waiting.PATIENT, () -> session(pid) == pid);

    daemon.stop(waiting);

    assertThat(daemon.alive()).isFalse();
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void oneThatIgnoresTheRequestIsKilled() {
    Daemon stubborn =
        daemon("sh", "-c", "trap '' TERM; while :; do read -r _ <" + folder + "/watched; done");
    stubborn.start();
    process.stop(Duration.ofMillis(300), waiting);
    assertThat(stubborn.alive()).isFalse();
  }

  @Test
  void anEarlyEndIsToldWithTheLog() {
    Daemon daemon = daemon("sh", "-c", "echo port is taken; exit 1", folder.toString());
    daemon.start();
    waiting.until("its end", Waiting.PATIENT, () -> !daemon.alive());
    assertThatThrownBy(daemon::mustLive).hasMessageContaining("port is taken");
  }

  @Test
  void aStrangerWithOurNumberIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
    OwnedProcess stranger = new OwnedProcess(folder.resolve("pid"), folder.resolve("nobody's"));
    assertThat(stranger.alive()).isFalse();
    stranger.stop(Duration.ZERO, waiting);
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  private static long session(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    } catch (IOException e) {
      return -1;
    }
  }
}
