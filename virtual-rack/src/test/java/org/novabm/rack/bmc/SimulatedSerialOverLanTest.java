package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerState;

/** ipmiconsole and ipmitool sit at the serial line of a simulated BMC. */
class SimulatedSerialOverLanTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** ipmiconsole takes no port above 32767, so an address of this test's own with one below. */
  private static final String HOST = "127.9.1.1";

  @TempDir private Path folder;

  private final BmcFarm farm = BmcFarm.start();
  private final SerialPort line = SerialPort.echoing();
  private final SimulatedBmc bmc =
      farm.add(
          new InetSocketAddress(HOST, 16623),
          BmcPlan.of(BmcAccount.of("admin", Secret.of("secret")), new PlainChassis(PowerState.ON))
              .withSerial(line));

  @AfterEach
  void stop() {
    farm.close();
  }

  @Test
  void ipmiconsoleTypesAndReads() throws Exception {
    String host = HOST + ":" + bmc.address().getPort();
    isAtTheLine(
        IpmiTools.onTerminal(
            "ipmiconsole", "-h", host, "-u", "admin", "-p", "secret", "-I", "3", "-l", "ADMIN"),
        "&.");
  }

  @Test
  void ipmitoolTypesAndReads() throws Exception {
    isAtTheLine(
        IpmiTools.onTerminal(
            "ipmitool",
            "-I lanplus -C 17 -H " + HOST + " -U admin -P secret -p",
            "" + bmc.address().getPort(),
            "sol activate"),
        "~.");
  }

  private void isAtTheLine(List<String> command, String farewell) throws Exception {
    Path seen = folder.resolve("seen");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(seen.toFile()).start();
    try (OutputStream keys = process.getOutputStream()) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(bmc.isConsoleActive()).as(text(seen)).isTrue());
      line.say(bytes("x".repeat(1000) + "debian login: "));
      awaitText(seen, "x".repeat(1000) + "debian login: ");
      type(keys, "who am i");
      awaitText(seen, "login: who am i");
      type(keys, "\r" + farewell);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(text(seen)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    await().atMost(SOON).until(() -> !bmc.isConsoleActive());
  }

  /** One key after the other, as a person does. */
  private static void type(OutputStream keys, String text) throws IOException {
    for (byte key : bytes(text)) {
      keys.write(key);
      keys.flush();
    }
  }

  private static void awaitText(Path file, String expected) {
    await().atMost(SOON).untilAsserted(() -> assertThat(text(file)).contains(expected));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
