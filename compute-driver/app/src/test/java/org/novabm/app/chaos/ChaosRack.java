package org.novabm.app.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.SwitchPort;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.PlainChassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.SimulatedJunos;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerState;

/** Machines with simulated BMCs on a simulated Junos: what they are, whatever any record says. */
final class ChaosRack implements AutoCloseable {

  private static final Secret PASSWORD = Secret.of("secret");

  private final BmcFarm farm = BmcFarm.start();
  private final List<PlainChassis> machines = new ArrayList<>();
  private final List<SimulatedBmc> bmcs = new ArrayList<>();
  private final SimulatedJunos junos;
  private final Path knownHosts;

  ChaosRack(Path folder, int size) throws IOException {
    for (int i = 0; i < size; i++) {
      PlainChassis machine = new PlainChassis(PowerState.OFF);
      machines.add(machine);
      bmcs.add(
          farm.add(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              BmcPlan.of(BmcAccount.of("admin", PASSWORD), machine)));
    }
    junos =
        SimulatedJunos.start(
            JunosPlan.of(JunosSyntax.ELS, "admin", PASSWORD)
                .withPorts(size)
                .withCommitTime(Duration.ofMillis(50)),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    knownHosts =
        Files.writeString(
            folder.resolve("known_hosts"),
            "[127.0.0.1]:" + junos.port() + " " + junos.hostKey() + "\n");
  }

  Path knownHosts() {
    return knownHosts;
  }

  NetworkSwitch plug() {
    return new NetworkSwitch(
        0, new Endpoint("127.0.0.1", junos.port(), "admin", PASSWORD), "junos", "");
  }

  /** The machine of a number, to be registered for a host. */
  NewNode node(int number, String host, long plugged) {
    return new NewNode(described(number, host, plugged), PASSWORD);
  }

  private Node described(int number, String host, long plugged) {
    return new Node(
        0,
        UUID.randomUUID(),
        host,
        "",
        new Capacity(1, 1024, 10),
        new BmcEndpoint("127.0.0.1", bmcs.get(number).address().getPort(), "admin"),
        "ipmi",
        0,
        Firmware.BIOS,
        new SwitchPort(plugged, port(number)),
        List.of(NodeInterface.of(new MacAddress("52:54:00:00:00:%02x".formatted(number)))),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  private static PortName port(int number) {
    return new PortName("ge-0/0/" + number);
  }

  boolean isOn(Node node) {
    return machines.get(numberOf(node)).isOn();
  }

  /** The VLAN that the machine's port is in; empty when it is in none or off. */
  String vlanOf(Node node) {
    String name = Pattern.quote("<name>" + port(numberOf(node)).text() + "</name>");
    Matcher found =
        Pattern.compile(name + "(.*?)</interface>", Pattern.DOTALL).matcher(junos.configuration());
    if (!found.find() || found.group(1).contains("<disable")) {
      return "";
    }
    Matcher member = Pattern.compile("<members>(.*?)</members>").matcher(found.group(1));
    return member.find() ? member.group(1) : "";
  }

  private static int numberOf(Node node) {
    SwitchPort plug = node.switchPort();
    if (plug == null) {
      throw new IllegalStateException("no switch port: " + node);
    }
    return Integer.parseInt(plug.port().text().substring("ge-0/0/".length()));
  }

  @Override
  public void close() throws IOException {
    junos.close();
    farm.close();
  }
}
