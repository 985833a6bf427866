package org.novabm.netswitch.openvswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/**
 * A real ovsdb-server and ovs-vswitchd in a folder of their own. Their ports are dummies, which
 * need no root and leave nothing behind; the forwarding is the real one.
 */
final class PrivateOpenVswitch implements AutoCloseable {

  private static final Path SCHEMA = Path.of("/usr/share/openvswitch/vswitch.ovsschema");

  private final Path folder;
  private final int tcpPort;
  private final Process database;
  private final Process daemon;

  private PrivateOpenVswitch(Path folder) throws IOException {
    this.folder = folder;
    this.tcpPort = freePort();
    output("ovsdb-tool", "create", folder.resolve("conf.db").toString(), SCHEMA.toString());
    database =
        start(
            "ovsdb-server",
            folder.resolve("conf.db").toString(),
            "--remote=punix:" + socket(),
            "--remote=ptcp:" + tcpPort + ":127.0.0.1",
            "--unixctl=" + folder.resolve("db.ctl"));
    vsctl("--no-wait", "--retry", "init");
    daemon =
        start(
            "ovs-vswitchd",
            "unix:" + socket(),
            "--unixctl=" + folder.resolve("ovs-vswitchd.ctl"),
            "--enable-dummy=override",
            "--disable-system");
    vsctl("add-br", "br0", "--", "set", "bridge", "br0", "datapath_type=dummy");
    vsctl("set-fail-mode", "br0", "standalone");
  }

  /**
   * Starts a switch with ports of these names, or skips the test where there is no Open vSwitch.
   */
  static PrivateOpenVswitch start(Path folder, List<String> ports) throws IOException {
    boolean installed =
        Stream.of("ovsdb-tool", "ovsdb-server", "ovs-vswitchd", "ovs-vsctl", "ovs-appctl")
                .allMatch(PrivateOpenVswitch::isInstalled)
            && Files.isReadable(SCHEMA);
    Assumptions.assumeTrue(
        installed, "Open vSwitch is not installed (Debian package openvswitch-switch)");
    PrivateOpenVswitch started = new PrivateOpenVswitch(folder);
    for (String port : ports) {
      started.vsctl("add-port", "br0", port, "--", "set", "interface", port, "type=dummy");
    }
    return started;
  }

  Path socket() {
    return folder.resolve("db.sock");
  }

  Endpoint endpoint() {
    return Endpoint.parse(socket().toString(), "", Secret.EMPTY);
  }

  Endpoint tcpEndpoint() {
    return Endpoint.parse("localhost:" + tcpPort, "", Secret.EMPTY);
  }

  String vsctl(String... arguments) {
    List<String> line = new ArrayList<>(List.of("ovs-vsctl", "--db=unix:" + socket()));
    line.add("--timeout=60");
    line.addAll(List.of(arguments));
    return output(line.toArray(String[]::new));
  }

  /** Where the switch would send a broadcast frame from this port: its datapath actions. */
  String broadcastFrom(String port, String... vlan) {
    String flow = "in_port=" + port + ",dl_src=02:00:00:00:00:01,dl_dst=ff:ff:ff:ff:ff:ff";
    for (String tag : vlan) {
      flow += ",dl_vlan=" + tag;
    }
    String control = folder.resolve("ovs-vswitchd.ctl").toString();
    String trace = output("ovs-appctl", "-t", control, "ofproto/trace", "br0", flow);
    return trace
        .lines()
        .filter(line -> line.startsWith("Datapath actions: "))
        .map(line -> line.substring("Datapath actions: ".length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(trace));
  }

  /** A flow above those that obey the ports' VLANs. */
  void addFlow(String flow) {
    output(
        "ovs-ofctl",
        "add-flow",
        "unix:" + folder.resolve("br0.mgmt"),
        flow.replace("tap1", port("tap1")).replace("tap2", port("tap2")));
  }

  private String port(String name) {
    return vsctl("get", "interface", name, "ofport").strip();
  }

  /** The database hangs up on everybody, as it does on who is silent for ten seconds over TCP. */
  void dropConnections() {
    output("ovs-appctl", "-t", folder.resolve("db.ctl").toString(), "ovsdb-server/reconnect");
  }

  void killDatabase() {
    kill(database);
  }

  /** Stops the daemon that moves the frames, as the kernel would under a debugger. */
  void haltDaemon() {
    output("kill", "-STOP", Long.toString(daemon.pid()));
  }

  void resumeDaemon() {
    output("kill", "-CONT", Long.toString(daemon.pid()));
  }

  @Override
  public void close() {
    kill(daemon);
    kill(database);
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private Process start(String... line) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("OVS_RUNDIR", folder.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(line[0] + ".log").toFile());
    return builder.start();
  }

  private String output(String... line) {
    try {
      Path errors = folder.resolve("command.err");
      Process process = new ProcessBuilder(line).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(List.of(line) + ": " + Files.readString(errors));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
        .anyMatch(folder -> new File(folder, program).canExecute());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
