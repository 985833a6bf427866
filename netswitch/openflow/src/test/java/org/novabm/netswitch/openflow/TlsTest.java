package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.process.Program;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;

/** A real Open vSwitch with a certificate, one with a stranger's, and one with none. */
class TlsTest {

  private static final Access TEN = new Access(new VlanId(10));
  private static final PortName ONE = new PortName("tap1");

  @TempDir Path folder;
  private Path keys;
  private ControlledSwitch controlled;

  @BeforeEach
  void startSwitch() throws IOException {
    keys = Files.createDirectories(folder.resolve("keys"));
    Files.writeString(keys.resolve("password"), "changeit\n");
    issue("controller");
    issue("switch");
    issue("stranger");
    Program.of(
            keytool(),
            "-importcert",
            "-noprompt",
            "-alias",
            "switch",
            "-file",
            pem("switch"),
            "-keystore",
            keys.resolve("trusted.p12").toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit")
        .output();
    controlled =
        ControlledSwitch.start(
            Files.createDirectories(folder.resolve("ovs")),
            ControlledSwitch.OPENFLOW_13,
            List.of("tap1"),
            Map.of(
                "tls_keystore",
                keys.resolve("controller.p12").toString(),
                "tls_truststore",
                keys.resolve("trusted.p12").toString(),
                "tls_password_file",
                keys.resolve("password").toString()));
  }

  @AfterEach
  void stopSwitch() {
    if (controlled != null) {
      controlled.close();
    }
  }

  private static String keytool() {
    return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
  }

  private String pem(String name) {
    return keys.resolve(name + ".pem").toString();
  }

  /** A key and a certificate that vouches for itself. */
  private void issue(String name) {
    Program.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=" + name,
            "-keyout",
            keys.resolve(name + ".key").toString(),
            "-out",
            pem(name))
        .output();
    Program.of(
            "openssl",
            "pkcs12",
            "-export",
            "-inkey",
            keys.resolve(name + ".key").toString(),
            "-in",
            pem(name),
            "-passout",
            "pass:changeit",
            "-out",
            keys.resolve(name + ".p12").toString())
        .output();
  }

  private void switchShows(String name) {
    controlled
        .ovs()
        .vsctl("set-ssl", keys.resolve(name + ".key").toString(), pem(name), pem("controller"));
    controlled
        .ovs()
        .obey("ssl:127.0.0.1:" + controlled.provider().port(), ControlledSwitch.OPENFLOW_13);
  }

  @Test
  void aSwitchWithACertificateOfOursIsUsed() {
    switchShows("switch");
    assertThat(controlled.open().attach(ONE, TEN, Duration.ofSeconds(20)).mode()).isEqualTo(TEN);
  }

  @Test
  void aStrangerIsNot() {
    switchShows("stranger");
    assertThatThrownBy(() -> controlled.open().attach(ONE, TEN, Duration.ofSeconds(3)))
        .isInstanceOf(BackendException.Unreachable.class);
  }

  @Test
  void norIsOneThatSpeaksInTheClear() {
    controlled
        .ovs()
        .obey("tcp:127.0.0.1:" + controlled.provider().port(), ControlledSwitch.OPENFLOW_13);
    assertThatThrownBy(() -> controlled.open().attach(ONE, TEN, Duration.ofSeconds(3)))
        .isInstanceOf(BackendException.Unreachable.class);
  }
}
