package org.novabm.power.ipmi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerState;

/**
 * OpenIPMI's BMC on a free port of the loopback address, with a chassis that is two files. Users:
 * admin and operator with password "secret", guest without one.
 */
final class IpmiSimulator implements AutoCloseable {

  static final String PASSWORD = "secret";

  /** Get Channel Authentication Capabilities, which is answered outside of sessions. */
  private static final byte[] ARE_YOU_THERE =
      HexFormat.of().parseHex("0600ff07000000000000000000092018c88100388e04b5");

  private final Path folder;
  private final int port;
  private Process process;

  private IpmiSimulator(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** A running BMC of a machine that is off; its files are in a new folder below the given one. */
  static IpmiSimulator start(Path parent) throws IOException, InterruptedException {
    return start(parent, "", "");
  }

  /** One that has more than a chassis, in ipmi_sim's own language (ipmi_sim_cmd(5)). */
  static IpmiSimulator startWith(Path parent, String emulation)
      throws IOException, InterruptedException {
    return start(parent, "", emulation);
  }

  /** One whose machine has a serial line, at a TCP port of the loopback address. */
  static IpmiSimulator start(Path parent, int serial) throws IOException, InterruptedException {
    return start(parent, "sol \"tcp:127.0.0.1:%d\" 115200".formatted(serial), "");
  }

  private static IpmiSimulator start(Path parent, String serialLine, String emulation)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ipmi_sim")),
        "ipmi_sim is not installed (Debian package openipmi)");
    Path folder = Files.createTempDirectory(parent, "bmc");
    Files.createDirectory(folder.resolve("state"));
    try (InputStream script = IpmiSimulator.class.getResourceAsStream("chassis.sh")) {
      Files.write(folder.resolve("chassis.sh"), script.readAllBytes());
    }
    Files.writeString(folder.resolve("power"), "0\n");
    Files.writeString(folder.resolve("boot"), "none\n");
    int port = freePort();
    writeConfiguration(folder, port, serialLine, emulation);
    IpmiSimulator simulator = new IpmiSimulator(folder, port, launch(folder));
    simulator.awaitAnswer();
    return simulator;
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void writeConfiguration(Path folder, int port, String serialLine, String emulation)
      throws IOException {
    Files.writeString(
        folder.resolve("lan.conf"),
        """
        name "node"
        set_working_mc 0x20
        startlan 1
          addr 127.0.0.1 %d
          priv_limit admin
          allowed_auths_callback none md2 md5 straight
          allowed_auths_user none md2 md5 straight
          allowed_auths_operator none md2 md5 straight
          allowed_auths_admin none md2 md5 straight
          guid a0000000000000000000000000000001
        endlan
        chassis_control "/bin/sh %s/chassis.sh %s"
        %s
        startnow false
        user 2 true "admin" "%s" admin 10 none md2 md5 straight
        user 3 true "operator" "%s" operator 10 none md2 md5 straight
        user 4 true "guest" "" admin 10 none md2 md5 straight
        """
            .formatted(port, folder, folder, serialLine, PASSWORD, PASSWORD));
    Files.writeString(
        folder.resolve("bmc.emu"),
        """
        mc_setbmc 0x20
        mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
        %s
        mc_enable 0x20
        """
            .formatted(emulation));
  }

  private static Process launch(Path folder) throws IOException {
    return new ProcessBuilder(
            "/usr/bin/ipmi_sim", "-n", "-c", "lan.conf", "-f", "bmc.emu", "-s", "state")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void awaitAnswer() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(50);
      for (int i = 0; i < 400 && process.isAlive(); i++) {
        if (answers(socket)) {
          return;
        }
      }
    }
    close();
    throw new IOException("ipmi_sim does not answer: " + Files.readString(folder.resolve("log")));
  }

  /** Receiving throws at once while the port is closed, and then the next try may be too early. */
  private static boolean answers(DatagramSocket socket) throws IOException {
    try {
      socket.send(new DatagramPacket(ARE_YOU_THERE, ARE_YOU_THERE.length));
      socket.receive(new DatagramPacket(new byte[64], 64));
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (PortUnreachableException e) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
      return false;
    }
  }

  int port() {
    return port;
  }

  Endpoint endpoint() {
    return endpoint("admin", PASSWORD);
  }

  Endpoint endpoint(String user, String password) {
    return new Endpoint("127.0.0.1", port, user, Secret.of(password));
  }

  PowerState power() throws IOException {
    return read("power").equals("1") ? PowerState.ON : PowerState.OFF;
  }

  /** ipmi_sim says "default" for the disk and "none" for the firmware's own order. */
  BootDevice bootDevice() throws IOException {
    return switch (read("boot")) {
      case "none" -> BootDevice.DEFAULT;
      case "pxe" -> BootDevice.NETWORK;
      case "default" -> BootDevice.DISK;
      case "cdrom" -> BootDevice.CDROM;
      case "bios" -> BootDevice.FIRMWARE_SETUP;
      default -> throw new IOException("unexpected boot device " + read("boot"));
    };
  }

  /** What was set, line by line. */
  List<String> journal() throws IOException {
    Path journal = folder.resolve("journal");
    return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
  }

  /** From now on the operating system ignores a soft shutdown. */
  void ignoreSoftShutdown() throws IOException {
    Files.createFile(folder.resolve("deaf"));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }

  void kill() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Starts the BMC again, which has forgotten all sessions. */
  void restart() throws IOException {
    kill();
    process = launch(folder);
    awaitAnswer();
  }

  @Override
  public void close() {
    kill();
  }
}
