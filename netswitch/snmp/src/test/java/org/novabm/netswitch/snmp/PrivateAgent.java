package org.novabm.netswitch.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.novabm.rack.FreePort;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** Net-SNMP's agent in a folder of its own, with a simulated bridge behind it. */
final class PrivateAgent implements AutoCloseable {

  static final String COMMUNITY = "write me";
  static final String USER = "novabm";
  static final String PHRASE = "a pass phrase";

  private static final Path BRIDGE = Path.of("src/test/python/bridge.py").toAbsolutePath();
  private static final List<String> SUBTREES =
      List.of(
          ".1.3.6.1.2.1.2.2.1.2",
          ".1.3.6.1.2.1.2.2.1.7",
          ".1.3.6.1.2.1.31.1.1.1.1",
          ".1.3.6.1.2.1.17",
          ".1.0.8802.1.1.2");

  private final Path folder;
  private final int port = FreePort.udp();
  private final Process process;

  /** Starts one, or skips the test where there is none. */
  PrivateAgent(Path folder) throws IOException {
    Requirement need = new Requirement("snmpd", "snmpd");
    Assumptions.assumeTrue(need.isMet(), "snmpd is not installed (Debian package snmpd)");
    this.folder = folder;
    StringBuilder configuration = new StringBuilder();
    configuration.append("rwcommunity \"%s\"%n".formatted(COMMUNITY));
    configuration.append("createUser %s SHA-256 \"%s\" AES%n".formatted(USER, PHRASE));
    configuration.append("rwuser %s priv%n".formatted(USER));
    // one process for all of them, since they are one switch
    Path pipe = Files.writeString(folder.resolve("bridge"), script());
    for (String subtree : SUBTREES) {
      configuration.append("pass_persist %s /bin/sh %s%n".formatted(subtree, pipe));
    }
    Path file = Files.writeString(folder.resolve("snmpd.conf"), configuration);
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/sbin/snmpd",
            "-f",
            "-Lo",
            "-C",
            "-c",
            file.toString(),
            "-I",
            "-ifTable,ifXTable,interface",
            "udp:127.0.0.1:" + port);
    builder.environment().put("SNMP_PERSISTENT_DIR", folder.resolve("state").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("snmpd.log").toFile());
    process = builder.start();
  }

  private String script() {
    return "exec /usr/bin/python3 %s %s%n".formatted(BRIDGE, folder);
  }

  Endpoint byCommunity() {
    return Endpoint.parse("127.0.0.1:" + port, "none", Secret.of(COMMUNITY));
  }

  Endpoint byUser(String phrase) {
    return Endpoint.parse("127.0.0.1:" + port, USER, Secret.of(phrase));
  }

  /** Spoils the switch from now on; without words it is good again. */
  void spoil(String... words) throws IOException {
    Files.writeString(folder.resolve("faults"), String.join(" ", words));
  }

  /** As Net-SNMP's own client has it. */
  String get(String name) {
    return Program.of("snmpget", "-v2c", "-c", COMMUNITY, "-Onqx", "127.0.0.1:" + port, name)
        .output()
        .strip();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
