package org.novabm.power.pdu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.novabm.rack.FreePort;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** An APC rack unit with outlets 7 and 8, as snmpsim plays it; and Net-SNMP's tools beside us. */
final class SimulatedPdu implements AutoCloseable {

  static final String USER = "operator";
  static final String PASS_PHRASE = "a long pass phrase";

  private static final String COMMUNITY = "outlets";
  private static final String UDP = "1.3.6.1.6.1.1.0";
  private static final String OUTLET = "1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.";

  private final int port = FreePort.udp();
  private final Process process;

  /** Starts one, or skips the test where there is none. */
  SimulatedPdu(Path folder) throws IOException {
    for (String program : List.of("snmpsimd:snmpsim", "snmpset:snmp")) {
      String[] need = program.split(":", 2);
      Assumptions.assumeTrue(
          new Requirement(need[0], need[1]).isMet(),
          need[0] + " is not installed (Debian package " + need[1] + ")");
    }
    Path data = Files.createDirectories(folder.resolve("data"));
    String record =
        """
        1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.318.1.3.4.5
        %s7|2:writecache|value=2,file=%s/seven
        %s8|2:writecache|value=2,file=%s/eight
        """
            .formatted(OUTLET, folder, OUTLET, folder);
    Files.writeString(data.resolve(COMMUNITY + ".snmprec"), record);
    // who comes by SNMPv3 names no data; snmpsim finds those of the transport, which is UDP
    Files.writeString(
        data.resolve(UDP + ".snmprec"),
        record.replace("/seven", "/seven3").replace("/eight", "/eight3"));
    List<String> line = new ArrayList<>(List.of("snmpsimd", "--data-dir=" + data));
    line.add("--cache-dir=" + Files.createDirectories(folder.resolve("cache")));
    line.add("--agent-udpv4-endpoint=127.0.0.1:" + port);
    line.addAll(List.of("--v3-user=" + USER, "--v3-auth-key=" + PASS_PHRASE));
    line.addAll(List.of("--v3-auth-proto=SHA256", "--v3-priv-key=" + PASS_PHRASE));
    line.add("--v3-priv-proto=AES");
    if ("root".equals(System.getProperty("user.name"))) {
      line.addAll(List.of("--process-user=root", "--process-group=root"));
    }
    process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("snmpsim.log").toFile())
            .start();
    new Waiting(Narrator.SILENT).until("snmpsim", Waiting.PATIENT, this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("snmpsim ended at once");
    }
    return tool("snmpget", OUTLET + 7).run().status() == 0;
  }

  /** One of its outlets, or several with a plus between. */
  Endpoint outlet(String outlets) {
    return new Endpoint("127.0.0.1," + outlets, port, "none", Secret.of(COMMUNITY));
  }

  /** As Net-SNMP's client reads it: 1 on, 2 off. */
  String read(int outlet) {
    return tool("snmpget", OUTLET + outlet).output().strip();
  }

  /** One of its outlets by SNMPv3, which are others than those by SNMPv2c. */
  Endpoint secureOutlet(String outlets, String passPhrase) {
    return new Endpoint("127.0.0.1," + outlets, port, USER, Secret.of(passPhrase));
  }

  /** The outlet by SNMPv3, as Net-SNMP's client reads it. */
  String readSecurely(int outlet) {
    return secureTool("snmpget", OUTLET + outlet).output().strip();
  }

  /** The outlet by SNMPv3, by Net-SNMP's client. */
  void setSecurely(int outlet, int value) {
    secureTool("snmpset", OUTLET + outlet, "i", "" + value).output();
  }

  private Program secureTool(String name, String... arguments) {
    List<String> line = new ArrayList<>(List.of(name, "-v3", "-l", "authPriv", "-u", USER));
    line.addAll(List.of("-a", "SHA-256", "-A", PASS_PHRASE, "-x", "AES", "-X", PASS_PHRASE));
    line.addAll(List.of("-Ovq", "-r0", "-t2", "127.0.0.1:" + port));
    line.addAll(List.of(arguments));
    return new Program(line);
  }

  /** By Net-SNMP's client. */
  void set(int outlet, int value) {
    tool("snmpset", OUTLET + outlet, "i", "" + value).output();
  }

  private Program tool(String name, String... arguments) {
    return new Program(
        Stream.concat(
                Stream.of(name, "-v2c", "-c", COMMUNITY, "-Ovq", "-r0", "-t2", "127.0.0.1:" + port),
                Stream.of(arguments))
            .toList());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
