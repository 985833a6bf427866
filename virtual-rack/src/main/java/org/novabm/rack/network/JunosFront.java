package org.novabm.rack.network;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.network.VlanId;

/** A simulated Junos in front of the rack's Open vSwitch, in a process of its own. */
public final class JunosFront implements SwitchFront {

  public static final String USER = "admin";
  public static final String ADDRESS = "127.0.2.1";
  public static final int PORT = 830;

  /** Where the ports of a Junos are before somebody configures them. */
  static final VlanId DEFAULT_VLAN = new VlanId(1);

  private static final int PORTS = 65;

  private final JunosFolder folder;
  private final Namespace namespace;
  private final OpenVswitch openVswitch;
  private final Narrator narrator;

  /**
   * @param openVswitch the switch behind it, which carries the frames
   */
  JunosFront(JunosFolder folder, Namespace namespace, OpenVswitch openVswitch, Narrator narrator) {
    this.folder = folder;
    this.namespace = namespace;
    this.openVswitch = openVswitch;
    this.narrator = narrator;
  }

  private Daemon daemon() {
    return new Daemon(
        "junos",
        namespace.inside(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.novabm.rack.VirtualRack",
                "junos",
                "--folder=" + folder.path(),
                "--listen=" + ADDRESS + ":" + PORT,
                "--ports=" + PORTS,
                "--openvswitch=" + openVswitch.socket())),
        Map.of(),
        new OwnedProcess(folder.pid(), folder.path()),
        folder.log());
  }

  /** Starts it unless it runs, and waits until it listens. */
  @Override
  public void ensure() {
    Daemon daemon = daemon();
    if (daemon.alive()) {
      return;
    }
    narrator.say("starting a simulated Junos at " + ADDRESS + ":" + PORT);
    try {
      Files.createDirectories(folder.path());
      Files.deleteIfExists(folder.knownHosts());
      Files.writeString(folder.password(), "secret\n");
    } catch (IOException e) {
      throw new RackException("cannot write into " + folder.path(), e);
    }
    daemon.start();
    new Waiting(narrator)
        .until(
            daemon.nameAndLog(),
            Waiting.PATIENT,
            () -> {
              daemon.mustLive();
              return Files.exists(folder.knownHosts());
            });
  }

  @Override
  public void ensurePort(String tap) {
    openVswitch.ensurePort(OpenVswitch.BRIDGE, tap, DEFAULT_VLAN);
  }

  @Override
  public Map<String, Integer> tags() {
    Map<String, Integer> tags = new TreeMap<>();
    openVswitch.tags().forEach((tap, tag) -> tags.put(TapPorts.portOf(tap), tag));
    return tags;
  }

  @Override
  public void move(String port, VlanId vlan) {
    throw new RackException(
        "the ports of this rack are moved at its Junos, with any NETCONF client");
  }

  @Override
  public List<Daemon> daemons() {
    return List.of(daemon());
  }

  @Override
  public void stop() {
    daemon().stop(new Waiting(narrator));
  }
}
