package org.novabm.rack.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Teardown;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.network.VlanId;

/** A namespace with an Open vSwitch, a provisioning and a tenant leg, and DHCP on both. */
public final class SwitchedNetwork implements RackNetwork {

  /** A killed process leaves its namespace at once on a calm machine. */
  private static final Duration LAST_BREATH = Duration.ofSeconds(5);

  private final Namespace namespace;
  private final OpenVswitch openVswitch;
  private final SwitchFront front;
  private final DhcpServer provisioning;
  private final DhcpServer tenant;
  private final String deployUrl;
  private final Narrator narrator;

  private SwitchedNetwork(
      Path folder,
      Namespace namespace,
      OpenVswitch openVswitch,
      SwitchFront front,
      String deployUrl,
      Narrator narrator) {
    this.namespace = namespace;
    this.openVswitch = openVswitch;
    this.front = front;
    Path dhcp = folder.resolve("dhcp");
    this.provisioning = new DhcpServer(dhcp, Leg.PROVISIONING, namespace, narrator);
    this.tenant = new DhcpServer(dhcp, Leg.TENANT, namespace, narrator);
    this.deployUrl = deployUrl;
    this.narrator = narrator;
  }

  /**
   * A network whose ports are moved in the switch's own database.
   *
   * @param folder takes the folders {@code ovs} and {@code dhcp}
   * @param deployUrl where machines get their boot scripts
   */
  public static SwitchedNetwork plain(
      Path folder, Namespace namespace, String deployUrl, Narrator narrator) {
    OpenVswitch ovs = openVswitch(folder, namespace, narrator);
    return new SwitchedNetwork(folder, namespace, ovs, new PlainFront(ovs), deployUrl, narrator);
  }

  /**
   * The same with a simulated Junos in front.
   *
   * @param files of the Junos
   */
  public static SwitchedNetwork behindJunos(
      Path folder, Namespace namespace, String deployUrl, JunosFolder files, Narrator narrator) {
    OpenVswitch ovs = openVswitch(folder, namespace, narrator);
    JunosFront junos = new JunosFront(files, namespace, ovs, narrator);
    return new SwitchedNetwork(folder, namespace, ovs, junos, deployUrl, narrator);
  }

  /** The same with ports that an OpenFlow controller moves. */
  public static SwitchedNetwork underOpenFlow(
      Path folder, Namespace namespace, String deployUrl, Narrator narrator) {
    OpenVswitch ovs = openVswitch(folder, namespace, narrator);
    OpenFlowFront openFlow = new OpenFlowFront(ovs, narrator);
    return new SwitchedNetwork(folder, namespace, ovs, openFlow, deployUrl, narrator);
  }

  private static OpenVswitch openVswitch(Path folder, Namespace namespace, Narrator narrator) {
    return new OpenVswitch(folder.resolve("ovs"), namespace, narrator);
  }

  @Override
  public List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>(OpenVswitch.REQUIREMENTS);
    all.addAll(DhcpServer.REQUIREMENTS);
    return all;
  }

  @Override
  public void checkFree() {
    if (namespace.exists()) {
      throw new RackException(
          "the namespace %s exists already; take another --namespace, or delete it: ip netns del %s"
              .formatted(namespace.name(), namespace.name()));
    }
  }

  @Override
  public void ensure() {
    if (!namespace.exists()) {
      narrator.say("making the namespace " + namespace.name());
      namespace.create();
    }
    openVswitch.ensure(List.of(Leg.PROVISIONING, Leg.TENANT));
    front.ensure();
    provisioning.ensureBooting(deployUrl);
    tenant.ensure();
  }

  @Override
  public void ensurePort(String port) {
    front.ensurePort(port);
  }

  @Override
  public List<String> prefix() {
    return namespace.prefix();
  }

  @Override
  public List<Daemon> daemons() {
    List<Daemon> all = new ArrayList<>(openVswitch.daemons());
    all.addAll(front.daemons());
    all.add(provisioning.daemon());
    all.add(tenant.daemon());
    return all;
  }

  @Override
  public Map<String, Integer> tags() {
    return openVswitch.daemons().stream().allMatch(Daemon::alive) ? front.tags() : Map.of();
  }

  @Override
  public void move(String port, VlanId vlan) {
    front.move(port, vlan);
  }

  @Override
  public List<DhcpLease> leases() {
    return Stream.of(provisioning, tenant)
        .flatMap(server -> DhcpLease.read(server.leg().label(), server.leases()).stream())
        .toList();
  }

  @Override
  public void stop() {
    new Teardown()
        .then(provisioning::stop)
        .then(tenant::stop)
        .then(front::stop)
        .then(openVswitch::stop)
        .then(this::deleteNamespace)
        .run();
  }

  private void deleteNamespace() {
    if (namespace.exists()) {
      refuseStrangers();
      namespace.delete();
      narrator.say("deleted the namespace " + namespace.name());
    }
  }

  /** A namespace with a process in it lives on without its name, devices and all. */
  private void refuseStrangers() {
    try {
      new Waiting(narrator)
          .until(
              "the last processes of " + namespace.name(),
              LAST_BREATH,
              () -> namespace.processes().isEmpty());
    } catch (RackException.TimedOut e) {
      throw new RackException(
          "other processes run in the namespace %s: %s; stop them, then run down again"
              .formatted(namespace.name(), namespace.processes()));
    }
  }
}
