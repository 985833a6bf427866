package org.novabm.rack.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Teardown;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.network.VlanId;

/**
 * A private Open vSwitch with the bridge {@code br0}, in the userspace datapath: it needs no kernel
 * module, and a test machine may have none.
 */
public final class OpenVswitch {

  public static final String BRIDGE = "br0";

  public static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("ip", "iproute2"),
          new Requirement("setsid", "util-linux"),
          new Requirement("ovsdb-tool", "openvswitch-switch"),
          new Requirement("ovsdb-server", "openvswitch-switch"),
          new Requirement("ovs-vswitchd", "openvswitch-switch"),
          new Requirement("ovs-vsctl", "openvswitch-common"),
          new Requirement("ovs-ofctl", "openvswitch-common"),
          new Requirement(OvsdbSchema.FILE, "openvswitch-switch"));

  private final Path folder;
  private final Namespace namespace;
  private final Narrator narrator;
  private final Waiting waiting;

  public OpenVswitch(Path folder, Namespace namespace, Narrator narrator) {
    this.folder = folder;
    this.namespace = namespace;
    this.narrator = narrator;
    this.waiting = new Waiting(narrator);
  }

  /** The database's Unix socket, the switch's management endpoint. */
  public Path socket() {
    return folder.resolve("db.sock");
  }

  /** The database server and the switch, in the order of their start. */
  public List<Daemon> daemons() {
    return List.of(
        daemon(
            "ovsdb-server",
            List.of(folder.resolve("conf.db").toString(), "--remote=punix:" + socket())),
        daemon("ovs-vswitchd", List.of("unix:" + socket())));
  }

  private Daemon daemon(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    command.add("--unixctl=" + folder.resolve(program + ".ctl"));
    return new Daemon(
        program,
        namespace.inside(command),
        Map.of("OVS_RUNDIR", folder.toString(), "OVS_LOGDIR", folder.toString()),
        new OwnedProcess(folder.resolve(program + ".pid"), folder),
        folder.resolve(program + ".log"));
  }

  /**
   * Starts what does not run, and makes the bridge and the legs unless they are there.
   *
   * @throws RackException when one of them fails
   */
  public void ensure(List<Leg> legs) {
    OvsdbSchema.createDatabase(folder);
    Daemon database = daemons().getFirst();
    if (!database.alive()) {
      narrator.say("starting ovsdb-server at " + socket());
      removeStale(socket());
      database.start();
      waiting.until(database.nameAndLog(), Waiting.PATIENT, () -> serves(database));
      vsctl("--no-wait", "init");
    }
    Daemon swtch = daemons().getLast();
    if (!swtch.alive()) {
      narrator.say("starting ovs-vswitchd (userspace datapath)");
      swtch.start();
    }
    vsctl(
        "--may-exist",
        "add-br",
        BRIDGE,
        "--",
        "set",
        "bridge",
        BRIDGE,
        "datapath_type=netdev",
        "fail-mode=standalone");
    legs.forEach(this::ensureLeg);
  }

  private boolean serves(Daemon database) {
    database.mustLive();
    return Files.exists(socket());
  }

  private void ensureLeg(Leg leg) {
    if (!namespace.hasDevice(leg.device())) {
      narrator.say(
          "making the %s leg: %s, VLAN %s, %s/24"
              .formatted(leg.label(), leg.device(), leg.vlan(), leg.address()));
    }
    vsctl(
        "--may-exist",
        "add-port",
        BRIDGE,
        leg.device(),
        "tag=" + leg.vlan(),
        "--",
        "set",
        "interface",
        leg.device(),
        "type=internal");
    waiting.until(
        "device " + leg.device(), Waiting.PATIENT, () -> namespace.hasDevice(leg.device()));
    namespace.run("ip", "addr", "replace", leg.address() + "/24", "dev", leg.device());
    namespace.run("ip", "link", "set", leg.device(), "up");
  }

  /**
   * Makes a node's tap device and its switch port, unless they are there.
   *
   * @param vlan where it is at first; null for where the bridge's flows have it
   */
  void ensurePort(String bridge, String tap, @Nullable VlanId vlan) {
    if (!namespace.hasDevice(tap)) {
      namespace.run("ip", "tuntap", "add", "dev", tap, "mode", "tap");
      namespace.run("ip", "link", "set", tap, "up");
    }
    if (vlan == null) {
      vsctl("--may-exist", "add-port", bridge, tap);
    } else if (!tags().containsKey(tap)) {
      vsctl("add-port", bridge, tap, "tag=" + vlan);
    }
  }

  /** What a bridge does with frames, as ovs-ofctl prints it. */
  String flows(String bridge) {
    return Program.of(
            "ovs-ofctl",
            "-O",
            "OpenFlow13",
            "--names",
            "--no-stats",
            "dump-flows",
            "unix:" + folder.resolve(bridge + ".mgmt"))
        .output();
  }

  /** Moves a port to a VLAN. */
  public void move(String port, VlanId vlan) {
    vsctl("set", "port", port, "tag=" + vlan);
  }

  /** The VLAN of each port that has one. */
  public Map<String, Integer> tags() {
    Map<String, Integer> tags = new TreeMap<>();
    String rows = vsctl("--format=csv", "--no-headings", "--columns=name,tag", "list", "port");
    for (String row : rows.lines().toList()) {
      String[] columns = row.split(",", -1);
      if (columns.length == 2 && columns[1].matches("[0-9]{1,4}")) {
        tags.put(columns[0], Integer.valueOf(columns[1]));
      }
    }
    return tags;
  }

  /** Stops the switch, then its database. */
  public void stop() {
    Teardown teardown = new Teardown();
    daemons().reversed().forEach(daemon -> teardown.then(() -> daemon.stop(waiting)));
    teardown.run();
  }

  String vsctl(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("ovs-vsctl", "--db=unix:" + socket(), "--timeout=90"));
    command.addAll(List.of(arguments));
    return new Program(command).within(Duration.ofSeconds(100)).output();
  }

  private static void removeStale(Path socket) {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new RackException("cannot delete the old socket " + socket, e);
    }
  }
}
