package org.novabm.rack.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/** ipmitool and FreeIPMI against the simulated BMC. */
class SimulatedBmcTest {

  @TempDir Path folder;
  private SimulatedServer server;
  private SimulatedBmc bmc;

  @BeforeEach
  void start() {
    server =
        new SimulatedServer(
            new MacAddress("52:54:00:00:00:01"),
            URI.create("http://127.0.0.1:9/"),
            folder,
            64 << 20);
    bmc =
        server.plugIn(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            "admin",
            Secret.of("secret"));
  }

  @AfterEach
  void stop() {
    bmc.close();
    server.close();
  }

  @Test
  void ipmitoolSwitchesItOnAndOff() throws Exception {
    assertThat(ipmitool("secret", "power", "status")).isEqualTo("Chassis Power is off");
    assertThat(ipmitool("secret", "power", "on")).isEqualTo("Chassis Power Control: Up/On");
    assertThat(ipmitool("secret", "power", "status")).isEqualTo("Chassis Power is on");
    await().until(() -> server.console().text().contains("no bootable device"));
    assertThat(ipmitool("secret", "power", "cycle")).isEqualTo("Chassis Power Control: Cycle");
    assertThat(ipmitool("secret", "power", "off")).isEqualTo("Chassis Power Control: Down/Off");
    assertThat(server.isOn()).isFalse();
    assertThat(ipmitool("secret", "mc", "info")).contains("IPMI Version              : 2.0");
  }

  @Test
  void ipmitoolReadsBackTheBootDeviceWithItsFlags() throws Exception {
    ipmitool("secret", "chassis", "bootdev", "pxe", "options=persistent,efiboot");
    assertThat(ipmitool("secret", "chassis", "bootparam", "get", "5"))
        .contains("Force PXE")
        .contains("Options apply to all future boots")
        .contains("BIOS EFI boot");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    assertThat(ipmitool("wrong", "power", "status")).contains("Unable to establish IPMI v2");
  }

  @Test
  void freeipmiAgrees() throws Exception {
    assumeTrue(present("ipmipower"), "ipmipower is not installed (Debian package freeipmi-tools)");
    assertThat(
            run(
                List.of(
                    "ipmipower",
                    "-h",
                    "127.0.0.1:" + bmc.port(),
                    "-D",
                    "LAN_2_0",
                    "-I",
                    "3",
                    "-u",
                    "admin",
                    "-p",
                    "secret",
                    "-l",
                    "ADMIN",
                    "--stat")))
        .endsWith("off");
  }

  private String ipmitool(String password, String... words) throws Exception {
    assumeTrue(present("ipmitool"), "ipmitool is not installed (Debian package ipmitool)");
    Path secret = Files.writeString(folder.resolve("password"), password);
    List<String> command =
        new ArrayList<>(
            List.of(
                "ipmitool",
                "-I",
                "lanplus",
                "-C",
                "3",
                "-H",
                "127.0.0.1",
                "-p",
                "" + bmc.port(),
                "-U",
                "admin",
                "-f",
                secret.toString(),
                "-R",
                "1"));
    command.addAll(List.of(words));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.strip();
  }

  private static boolean present(String program) {
    return List.of("/usr/bin/", "/usr/sbin/").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
