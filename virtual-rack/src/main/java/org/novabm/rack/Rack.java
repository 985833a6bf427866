package org.novabm.rack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.rack.machine.Bmc;
import org.novabm.rack.machine.BootOrder;
import org.novabm.rack.machine.Console;
import org.novabm.rack.machine.Link;
import org.novabm.rack.machine.Machine;
import org.novabm.rack.network.DhcpLease;
import org.novabm.rack.network.Namespace;
import org.novabm.rack.network.RackNetwork;
import org.novabm.rack.network.SwitchedNetwork;
import org.novabm.rack.network.UserNetwork;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Teardown;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.network.VlanId;

/**
 * A rack of QEMU machines with IPMI BMCs and, where allowed, a real switch. It lives on disk and in
 * processes of its own: it outlives the JVM that made it, and any other may open it.
 */
public final class Rack {

  private final RackFolder folder;
  private final RackRecord record;
  private final RackNetwork network;
  private final Narrator narrator;

  Rack(RackFolder folder, RackRecord record, Narrator narrator) {
    this.folder = folder;
    this.record = record;
    this.narrator = narrator;
    this.network = network(folder, record, narrator);
  }

  private static RackNetwork network(RackFolder folder, RackRecord record, Narrator narrator) {
    String name = record.namespace();
    if (name == null) {
      return new UserNetwork();
    }
    Namespace namespace = new Namespace(name);
    Path path = folder.path();
    String url = record.deployUrl();
    return switch (record.network()) {
      case OPENVSWITCH -> SwitchedNetwork.plain(path, namespace, url, narrator);
      case JUNOS -> SwitchedNetwork.behindJunos(path, namespace, url, folder.junos(), narrator);
      case OPENFLOW -> SwitchedNetwork.underOpenFlow(path, namespace, url, narrator);
      case USER -> new UserNetwork();
    };
  }

  /**
   * Starts a rack, or what is missing of one that is there. When a fresh one fails, everything
   * started is stopped again and only the logs stay.
   *
   * @throws org.novabm.rack.process.RackException when it cannot be had
   */
  public static Rack up(RackPlan plan, Narrator narrator) {
    return new RackStart(plan, narrator).run();
  }

  /**
   * The rack in a folder.
   *
   * @throws org.novabm.rack.process.RackException.NoRack when none is there
   */
  public static Rack open(Path path, Narrator narrator) {
    RackFolder folder = new RackFolder(path.toAbsolutePath().normalize());
    return new Rack(folder, RackFile.read(folder), narrator);
  }

  public RackFolder folder() {
    return folder;
  }

  public RackRecord record() {
    return record;
  }

  public List<RackNode> nodes() {
    return record.nodes();
  }

  /** What stands before a command so that it runs in the rack's network; may be empty. */
  public List<String> execPrefix() {
    return network.prefix();
  }

  public Console console(int node) {
    return new Console(folder.node(record.node(node).number()), new Waiting(narrator));
  }

  /** ipmitool against a node's BMC, for example with {@code power on}. */
  public Program ipmitool(int node, String... words) {
    return bmc(record.node(node)).ipmitool(List.of(words));
  }

  /** The boot order that the node's BMC was last told. */
  public BootOrder bootOrder(int node) {
    return folder.node(node).bootOrder();
  }

  /** Moves a node's switch port to a VLAN. */
  public void movePort(int node, VlanId vlan) {
    network.move(record.node(node).switchPort(), vlan);
  }

  /** The addresses given out on both legs. */
  public List<DhcpLease> leases() {
    return network.leases();
  }

  /** How everything is just now. */
  public RackStatus status() {
    return RackStatus.of(this, network);
  }

  /**
   * Stops everything by process id and deletes what the rack made. A rack that runs only in part is
   * taken down as well.
   *
   * @throws org.novabm.rack.process.RackException when something of others is in the way
   */
  public void down(Logs logs) {
    try (RackLock _ = RackLock.take(folder)) {
      stop();
      folder.clear(logs);
    }
    narrator.say("the rack in %s is down".formatted(folder.path()));
  }

  void stop() {
    Teardown teardown = new Teardown();
    record.nodes().forEach(node -> teardown.then(() -> stop(node)));
    teardown.then(network::stop).run();
  }

  private void stop(RackNode node) {
    narrator.say("stopping " + node.name() + " and its BMC");
    bmc(node).stop();
  }

  RackNetwork network() {
    return network;
  }

  /** The VLAN of each machine's switch port that is on one, as the switch itself has it. */
  public Map<String, Integer> tags() {
    return network.tags();
  }

  Bmc bmc(RackNode node) {
    return new Bmc(machine(node), folder.node(node.number()), network.prefix(), narrator);
  }

  Machine machine(RackNode node) {
    return node.machine(
        switch (record.network()) {
          case OPENVSWITCH, JUNOS, OPENFLOW -> new Link.Tap(node.tap());
          case USER -> userLink(node);
        });
  }

  private Link userLink(RackNode node) {
    // only the server's usual address can be fenced: the forward takes its place
    boolean usual = record.deployUrl().startsWith("http://10.0.2.2:");
    return new Link.User(
        record.deployUrl() + "/boot.ipxe?mac=" + node.mac(), usual ? record.deployPort() : null);
  }

  /** Every program that runs while the rack is up, the machines themselves apart. */
  List<Daemon> daemons() {
    List<Daemon> all = new ArrayList<>(network.daemons());
    record.nodes().forEach(node -> all.add(bmc(node).daemon()));
    return all;
  }
}
