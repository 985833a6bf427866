package org.novabm.netswitch.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.SwitchManagerProvider;

/** What can go wrong around the program, with small programs in its place. */
class VsctlTest {

  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final PortName PORT = new PortName("tap1");

  @TempDir Path folder;

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(SwitchManagerProvider.class))
        .extracting(SwitchManagerProvider::name)
        .containsExactly("openvswitch");
  }

  @Test
  void aMissingProgramIsRefusedWithThePackageToInstall() {
    assertThatThrownBy(() -> manager(folder.resolve("none").toString()).read(PORT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("Debian package openvswitch-switch");
  }

  @Test
  void aProgramThatHangsIsUnreachable() throws Exception {
    assertThatThrownBy(() -> manager(script("exec sleep 600")).read(PORT, Duration.ofMillis(300)))
        .isInstanceOf(BackendException.Unreachable.class);
  }

  @Test
  void timeThatHasPassedIsUnreachable() throws Exception {
    assertThatThrownBy(() -> manager(script("exit 0")).read(PORT, Duration.ZERO))
        .isInstanceOf(BackendException.Unreachable.class);
  }

  @Test
  void anotherErrorKeepsItsText() throws Exception {
    assertThatThrownBy(
            () -> manager(script("echo constraint violation >&2; exit 1")).read(PORT, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("constraint violation");
  }

  @Test
  void aSocketThatIsNotForUsIsRefused() throws Exception {
    String complaint = "ovs-vsctl: unix:x: database connection failed (Permission denied)";
    assertThatThrownBy(
            () -> manager(script("echo '" + complaint + "' >&2; exit 1")).read(PORT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("group");
  }

  @Test
  void anOldSchemaIsUnsupported() throws Exception {
    String complaint = "Port does not contain a column whose name matches \"protected\"";
    assertThatThrownBy(
            () -> manager(script("echo '" + complaint + "' >&2; exit 1")).read(PORT, WITHIN))
        .isInstanceOf(BackendException.Unsupported.class);
  }

  @Test
  void outputThatIsNoTableIsAViolation() throws Exception {
    for (String output : List.of("", "hello", "{}", "[[]]", "{\"data\":[[1]],\"headings\":[]}")) {
      assertThatThrownBy(() -> manager(script("echo '" + output + "'")).read(PORT, WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class);
    }
  }

  @Test
  void aHostWithoutAddressIsUnreachable() {
    Endpoint nowhere = Endpoint.parse("switch.invalid", "", Secret.EMPTY);
    assertThatThrownBy(() -> new OpenVswitchProvider().open(nowhere).read(PORT, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class);
  }

  @Test
  void wrongSettingsAreRefusedByName() {
    assertThatThrownBy(() -> configured(Map.of("idle_vlan", "4095")))
        .hasMessageContaining("idle_vlan");
    assertThatThrownBy(() -> configured(Map.of("comand", "x"))).hasMessageContaining("comand");
  }

  private String script(String text) throws Exception {
    Path file = Files.createTempFile(folder, "vsctl", ".sh");
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static SwitchManager manager(String command) {
    return configured(Map.of("command", command))
        .open(Endpoint.parse("/run/none.sock", "", Secret.EMPTY));
  }

  private static OpenVswitchProvider configured(Map<String, String> values) {
    OpenVswitchProvider provider = new OpenVswitchProvider();
    provider.configure(new BackendSettings("netswitch:openvswitch", values));
    return provider;
  }
}
