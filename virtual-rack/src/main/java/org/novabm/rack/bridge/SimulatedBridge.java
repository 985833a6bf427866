package org.novabm.rack.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Waiting;

/**
 * A switch of nine ports, {@code ge1} to {@code ge8} and {@code ag1}. Answers SNMPv2c with {@link
 * #COMMUNITY}, and SNMPv3 (SHA-256, AES) with {@link #USER} and {@link #PHRASE}. Keeps its files in
 * a folder, among them {@code faults}, whose words may be changed at any time.
 */
public final class SimulatedBridge implements AutoCloseable {

  public static final String COMMUNITY = "write me";
  public static final String USER = "novabm";
  public static final String PHRASE = "a pass phrase";

  /** What it needs to run. */
  public static final List<Requirement> NEEDS =
      List.of(new Requirement("snmpd", "snmpd"), new Requirement("python3", "python3"));

  private static final String READY = "NET-SNMP version";
  private static final List<String> SUBTREES =
      List.of(
          ".1.3.6.1.2.1.2.2.1.2",
          ".1.3.6.1.2.1.2.2.1.7",
          ".1.3.6.1.2.1.31.1.1.1.1",
          ".1.3.6.1.2.1.17",
          ".1.0.8802.1.1.2");

  private final Path folder;
  private final Process agent;

  private SimulatedBridge(Path folder, Process agent) {
    this.folder = folder;
    this.agent = agent;
  }

  /**
   * Starts one; it answers when this returns.
   *
   * @throws RackException when a program is missing, or the agent ends at once
   */
  public static SimulatedBridge start(Path folder, InetSocketAddress at, BridgeProfile profile)
      throws IOException {
    Requirement.check(NEEDS);
    Path log = folder.resolve("snmpd.log");
    Files.deleteIfExists(log);
    SimulatedBridge bridge = new SimulatedBridge(folder, agent(folder, at, log));
    bridge.spoil(profile.words().toArray(String[]::new));
    try {
      new Waiting(words -> {})
          .until("snmpd (its log: " + log + ")", Waiting.PATIENT, () -> bridge.isReady(log));
    } catch (RackException e) {
      bridge.close();
      throw e;
    }
    return bridge;
  }

  private static Process agent(Path folder, InetSocketAddress at, Path log) throws IOException {
    Path file = Files.writeString(folder.resolve("snmpd.conf"), configuration(folder));
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/sbin/snmpd",
            "-f",
            "-Lo",
            "-C",
            "-c",
            file.toString(),
            "-I",
            "-ifTable,ifXTable,interface,ipv6",
            "udp:%s:%d".formatted(at.getAddress().getHostAddress(), at.getPort()));
    // names of objects are numbers here, and to read all MIBs takes a second
    builder.environment().put("MIBS", "");
    builder.environment().put("SNMP_PERSISTENT_DIR", folder.resolve("state").toString());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static String configuration(Path folder) throws IOException {
    Path script = folder.resolve("bridge.py");
    try (InputStream text = SimulatedBridge.class.getResourceAsStream("bridge.py")) {
      if (text == null) {
        throw new IllegalStateException("bridge.py is not beside its class");
      }
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
    }
    StringBuilder lines = new StringBuilder();
    lines.append("rwcommunity \"%s\"%n".formatted(COMMUNITY));
    lines.append("createUser %s SHA-256 \"%s\" AES%n".formatted(USER, PHRASE));
    lines.append("rwuser %s priv%n".formatted(USER));
    for (String subtree : SUBTREES) {
      lines.append("pass_persist %s /usr/bin/python3 %s %s%n".formatted(subtree, script, folder));
    }
    return lines.toString();
  }

  private boolean isReady(Path log) {
    try {
      String said = Files.readString(log);
      if (!agent.isAlive()) {
        throw new RackException("snmpd ended at once: " + said.strip());
      }
      return said.contains(READY);
    } catch (IOException e) {
      throw new RackException("cannot read " + log, e);
    }
  }

  /** Gives it these ways of {@code plain.properties} from now on; without words it has none. */
  public void spoil(String... words) throws IOException {
    Path draft = folder.resolve("faults.new");
    Files.writeString(draft, String.join(" ", words));
    Files.move(draft, folder.resolve("faults"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    agent.descendants().forEach(ProcessHandle::destroyForcibly);
    agent.destroyForcibly();
    agent.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
