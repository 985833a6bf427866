package org.novabm.rack.openvswitch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.rack.FreePort;
import org.novabm.rack.network.OpenVswitch;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;

/**
 * A real ovsdb-server and ovs-vswitchd in a folder of their own, with the bridge {@code br0}. Its
 * ports are dummies, which need no root and leave nothing behind; the forwarding is the real one.
 */
public final class DummyOpenVswitch implements AutoCloseable {

  private static final String SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema";
  private static final Duration PATIENT = Duration.ofSeconds(100);

  private final Path folder;
  private final int tcpPort;
  private final Process database;
  private Process daemon;

  private DummyOpenVswitch(Path folder, int tcpPort) throws IOException {
    this.folder = folder;
    this.tcpPort = tcpPort;
    Program.of("ovsdb-tool", "create", folder.resolve("conf.db").toString(), SCHEMA).output();
    database =
        process(
            "ovsdb-server",
            folder.resolve("conf.db").toString(),
            "--remote=punix:" + socket(),
            "--remote=ptcp:" + tcpPort + ":127.0.0.1",
            "--unixctl=" + folder.resolve("db.ctl"));
    vsctl("--no-wait", "--retry", "init");
    daemon = forwarder();
    vsctl("add-br", "br0", "--", "set", "bridge", "br0", "datapath_type=dummy");
    vsctl("set-fail-mode", "br0", "standalone");
  }

  /** All programs of Open vSwitch are here. */
  public static boolean isInstalled() {
    return Requirement.missing(OpenVswitch.REQUIREMENTS).isEmpty();
  }

  /**
   * Starts a switch.
   *
   * @param folder an empty one with a short path, for its sockets
   * @param ports its ports' names
   */
  public static DummyOpenVswitch start(Path folder, List<String> ports) throws IOException {
    DummyOpenVswitch started = new DummyOpenVswitch(folder, FreePort.tcp());
    started.addPorts(ports, true);
    return started;
  }

  /** The same, with ports of which nothing is captured. */
  public static DummyOpenVswitch startSilent(Path folder, List<String> ports) throws IOException {
    DummyOpenVswitch started = new DummyOpenVswitch(folder, FreePort.tcp());
    started.addPorts(ports, false);
    return started;
  }

  /** Adds ports, numbered from one on. */
  private void addPorts(List<String> names, boolean capture) {
    List<String> line = new ArrayList<>();
    for (String name : names) {
      line.addAll(List.of("--", "add-port", "br0", name, "--", "set", "interface", name));
      line.addAll(List.of("type=dummy", "ofport_request=" + (names.indexOf(name) + 1)));
      if (capture) {
        line.add("options:tx_pcap=" + captured(name));
      }
    }
    vsctl(line.subList(1, line.size()).toArray(String[]::new));
  }

  private Path captured(String port) {
    return folder.resolve(port + ".pcap");
  }

  /** The unix socket of its database. */
  public Path socket() {
    return folder.resolve("db.sock");
  }

  /** The loopback port of its database. */
  public int tcpPort() {
    return tcpPort;
  }

  public String vsctl(String... arguments) {
    return run(List.of("ovs-vsctl", "--db=unix:" + socket(), "--timeout=60"), arguments);
  }

  /** Speaks OpenFlow to the bridge, for example {@code -O OpenFlow13 dump-flows BRIDGE}. */
  public String ofctl(String... arguments) {
    String bridge = "unix:" + folder.resolve("br0.mgmt");
    String[] line = arguments.clone();
    for (int at = 0; at < line.length; at++) {
      line[at] = line[at].equals("BRIDGE") ? bridge : line[at];
    }
    return run(List.of("ovs-ofctl"), line);
  }

  /** Asks the forwarding daemon. */
  public String appctl(String... arguments) {
    return run(
        List.of("ovs-appctl", "-t", folder.resolve("ovs-vswitchd.ctl").toString()), arguments);
  }

  /** Its bridge obeys a controller from now on, and nobody else; it drops what it is not told. */
  public void obey(String controller, String versions) {
    vsctl("set", "bridge", "br0", "protocols=" + versions, "fail_mode=secure");
    vsctl("set-controller", "br0", controller);
    // the usual pause between calls grows to eight seconds
    vsctl("set", "controller", "br0", "max_backoff=1000");
  }

  /** The bridge hangs up on its controller, and calls again. */
  public void reconnect() {
    appctl("bridge/reconnect", "br0");
  }

  /** The bridge's datapath id, 16 hexadecimal digits. */
  public String datapathId() {
    return vsctl("get", "bridge", "br0", "datapath_id").strip().replace("\"", "");
  }

  /** The number by which flows know a port. */
  public int number(String port) {
    return Integer.parseInt(vsctl("get", "interface", port, "ofport").strip());
  }

  /** A frame comes in at a port, given as hexadecimal digits. */
  public void receive(String port, String frame) {
    appctl("netdev-dummy/receive", port, frame);
  }

  /** How many bytes were captured of what left by a port; a frame has 16 more than its own. */
  public long captureSize(String port) throws IOException {
    Path file = captured(port);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Where the switch would send a broadcast frame from this port: its datapath actions. */
  public String broadcastFrom(String port, String... vlan) {
    String flow = "in_port=" + port + ",dl_src=02:00:00:00:00:01,dl_dst=ff:ff:ff:ff:ff:ff";
    for (String tag : vlan) {
      flow += ",dl_vlan=" + tag;
    }
    String trace = appctl("ofproto/trace", "br0", flow);
    return trace
        .lines()
        .filter(line -> line.startsWith("Datapath actions: "))
        .map(line -> line.substring("Datapath actions: ".length()))
        .findFirst()
        .orElseThrow(() -> new RackException(trace));
  }

  /** The database hangs up on everybody, as it does on who is silent for ten seconds over TCP. */
  public void dropConnections() {
    run(List.of("ovs-appctl", "-t", folder.resolve("db.ctl").toString()), "ovsdb-server/reconnect");
  }

  public void killDatabase() {
    kill(database);
  }

  /** Stops the daemon that moves the frames, as the kernel would under a debugger. */
  public void haltDaemon() {
    Program.of("kill", "-STOP", Long.toString(daemon.pid())).output();
  }

  public void resumeDaemon() {
    Program.of("kill", "-CONT", Long.toString(daemon.pid())).output();
  }

  /** Kills the daemon that moves the frames and starts another, which knows no flows. */
  public void restartDaemon() throws IOException {
    kill(daemon);
    daemon = forwarder();
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

  private Process forwarder() throws IOException {
    return process(
        "ovs-vswitchd",
        "unix:" + socket(),
        "--unixctl=" + folder.resolve("ovs-vswitchd.ctl"),
        "--enable-dummy=override",
        "--disable-system");
  }

  private Process process(String... line) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("OVS_RUNDIR", folder.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(line[0] + ".log").toFile());
    return builder.start();
  }

  private static String run(List<String> program, String... arguments) {
    List<String> line = new ArrayList<>(program);
    line.addAll(List.of(arguments));
    return new Program(line).within(PATIENT).output();
  }
}
