package org.novabm.netswitch.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.novabm.rack.FreePort;
import org.novabm.rack.bridge.BridgeProfile;
import org.novabm.rack.bridge.SimulatedBridge;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** A simulated switch behind Net-SNMP's agent, in a folder of its own. */
final class PrivateAgent implements AutoCloseable {

  static final String COMMUNITY = SimulatedBridge.COMMUNITY;
  static final String USER = SimulatedBridge.USER;
  static final String PHRASE = SimulatedBridge.PHRASE;

  private final int port = FreePort.udp();
  private final SimulatedBridge bridge;

  /** Starts one, or skips the test where there is no agent. */
  PrivateAgent(Path folder) throws IOException {
    this(folder, BridgeProfile.plain());
  }

  PrivateAgent(Path folder, BridgeProfile profile) throws IOException {
    Assumptions.assumeTrue(
        Requirement.missing(SimulatedBridge.NEEDS).isEmpty(),
        "not all is installed of " + SimulatedBridge.NEEDS);
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.bridge = SimulatedBridge.start(folder.toAbsolutePath(), at, profile);
  }

  Endpoint byCommunity() {
    return Endpoint.parse("127.0.0.1:" + port, "none", Secret.of(COMMUNITY));
  }

  Endpoint byUser(String phrase) {
    return Endpoint.parse("127.0.0.1:" + port, USER, Secret.of(phrase));
  }

  /** Spoils the switch from now on; without words it is good again. */
  void spoil(String... words) throws IOException {
    bridge.spoil(words);
  }

  /** As Net-SNMP's own client has it. */
  String get(String name) {
    return Program.of("snmpget", "-v2c", "-c", COMMUNITY, "-Onqx", "127.0.0.1:" + port, name)
        .output()
        .strip();
  }

  @Override
  public void close() {
    bridge.close();
  }
}
