package org.novabm.rack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Waiting;

/** The hook with a machine that is only {@code tail}: it names its disk and runs until killed. */
class HookTest {

  private final Waiting waiting = new Waiting(Narrator.SILENT);

  @TempDir private Path temporary;
  private NodeFolder folder = new NodeFolder(Path.of("/"));
  private Path hook = Path.of("/");

  @BeforeEach
  void write() throws IOException {
    folder = new NodeFolder(Files.createDirectory(temporary.resolve("node1")));
    hook = MachineFiles.writeHook(temporary);
    Files.writeString(folder.disk(), "");
    for (BootOrder order : BootOrder.values()) {
      Files.write(folder.arguments(order), List.of("tail", "-f", folder.disk().toString()));
    }
  }

  @AfterEach
  void nothingStays() {
    folder.qemu().stop(Duration.ZERO, waiting);
  }

  private Program.Ending call(String... words) {
    List<String> command = new ArrayList<>(List.of(hook.toString(), folder.path().toString()));
    command.addAll(List.of(words));
    return new Program(command).run();
  }

  @Test
  void powerGoesOnAndOff() {
    assertThat(call("get", "power").output()).isEqualTo("power:0\n");
    assertThat(call("set", "power", "1").status()).isZero();
    assertThat(call("get", "power").output()).isEqualTo("power:1\n");
    long pid = folder.qemu().pid().orElseThrow();

    assertThat(call("set", "power", "1").status()).isZero();
    assertThat(folder.qemu().pid()).hasValue(pid);

    assertThat(call("set", "power", "0").status()).isZero();
    assertThat(call("get", "power").output()).isEqualTo("power:0\n");
    assertThat(folder.qemu().alive()).isFalse();
  }

  @Test
  void theBootDeviceIsKept() {
    assertThat(call("get", "boot").output()).isEqualTo("boot:default\n");
    assertThat(call("set", "boot", "pxe").status()).isZero();
    assertThat(call("get", "boot").output()).isEqualTo("boot:pxe\n");
    assertThat(folder.bootOrder()).isEqualTo(BootOrder.NETWORK);
    assertThat(call("set", "boot", "default").status()).isZero();
    assertThat(folder.bootOrder()).isEqualTo(BootOrder.DISK);
  }

  @Test
  void aMachineThatEndsByItselfIsOff() throws IOException {
    Files.write(folder.arguments(BootOrder.DISK), List.of("false"));
    call("set", "power", "1");
    waiting.until(
        "the end of the machine",
        Duration.ofMinutes(1),
        () -> call("get", "power").output().equals("power:0\n"));
    assertThat(folder.qemu().alive()).isFalse();
  }

  @Test
  void resetNeedsPowerAndOthersAreRefused() {
    assertThat(call("set", "reset", "1").status()).isNotZero();
    assertThat(call("get", "weather").status()).isNotZero();
    assertThat(call("set", "weather", "1").status()).isNotZero();
    assertThat(call("set", "identify", "15", "0").status()).isZero();
  }

  @Test
  void aLineIsAwaitedToItsEnd() throws IOException {
    Files.writeString(folder.consoleLog(), "INSTANCE UP in");
    Console console = new Console(folder, waiting);
    Thread.ofVirtual().start(() -> append(folder.consoleLog(), "st1 ip=10.0.0.1\n"));
    assertThat(console.await("INSTANCE UP", Duration.ofMinutes(1)))
        .isEqualTo("INSTANCE UP inst1 ip=10.0.0.1");
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachPowerOnIsMarkedOnTheConsole() throws IOException {
    Files.writeString(folder.consoleLog(), "old marker\n");
    call("set", "power", "1");
    Console console = new Console(folder, waiting);
    assertThat(console.text()).contains("old marker");
    assertThat(console.sincePowerOn()).contains("==== power on").doesNotContain("old marker");
    assertThat(console.await("power on", Duration.ZERO)).endsWith("boot=disk ====");
  }
}
