package org.novabm.rack.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.rack.FreePort;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;

class BridgeProfileTest {

  @ParameterizedTest
  @MethodSource("org.novabm.rack.bridge.BridgeProfile#names")
  void eachHasAMakerAndASourceAndIsToldByTheCommand(String name) throws Exception {
    BridgeProfile profile = BridgeProfile.named(name);
    assertThat(profile.maker()).isNotEqualTo("novabm");
    assertThat(profile.source()).startsWith("https://");
    assertThat(profile.words()).isNotEmpty();
    assertThat(Files.readString(Path.of("src/main/java/org/novabm/rack/SnmpCommand.java")))
        .contains(name);
  }

  @Test
  void theBridgeKnowsAllTraits() throws Exception {
    Path files = Path.of("src/main/resources/org/novabm/rack/bridge");
    String bridge = Files.readString(files.resolve("bridge.py"));
    assertThat(Files.readString(files.resolve("plain.properties")).lines())
        .filteredOn(line -> line.endsWith(" = no"))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(bridge).contains("'" + line.split(" ", -1)[0] + "'"));
  }

  @Test
  void aTraitThatIsNoneIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> BridgeProfile.plain().with("colour=red"))
        .hasMessageContainingAll("colour", "lodger", "indexed");
    assertThatThrownBy(() -> BridgeProfile.plain().with("lodger=perhaps"))
        .hasMessageContaining("YES");
  }

  @Test
  void netSnmpFindsAVlanTableByInterface(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Requirement.missing(SimulatedBridge.NEEDS).isEmpty(), "no snmpd");
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.udp());
    try (SimulatedBridge bridge =
        SimulatedBridge.start(folder.toAbsolutePath(), at, BridgeProfile.named("dell-mxl"))) {
      String host = "127.0.0.1:" + at.getPort();
      String name = ".1.3.6.1.2.1.17.7.1.4.3.1.1";
      assertThat(walk(host, name)).contains("1107787777").contains("default");
      bridge.spoil();
      assertThat(walk(host, name)).doesNotContain("1107787777").contains(name + ".1 ");
    }
  }

  private static String walk(String host, String name) {
    return Program.of("snmpwalk", "-v2c", "-c", SimulatedBridge.COMMUNITY, "-Onq", host, name)
        .output();
  }
}
