package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.power.BootDeviceControlContract;
import org.novabm.spi.contract.power.DeadEndpointContract;
import org.novabm.spi.contract.power.PowerManagerContract;
import org.novabm.spi.contract.power.WrongPasswordContract;
import org.novabm.spi.power.AssetData;
import org.novabm.spi.power.AssetDataReader;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.VirtualMedia;

class RedfishPowerManagerTest
    implements PowerManagerContract,
        BootDeviceControlContract,
        WrongPasswordContract,
        DeadEndpointContract {

  @TempDir static Path folder;
  private static Certificate certificate;

  private final RedfishPowerProvider provider = new RedfishPowerProvider();
  private SimulatedRedfish bmc;
  private ServerSocket silent;

  @BeforeAll
  static void makeCertificate() {
    certificate = Certificate.make(folder);
  }

  @BeforeEach
  void start() throws IOException {
    provider.configure(
        new BackendSettings(
            "power:redfish",
            Map.of("verify_ca", certificate.pem().toString(), "poll_seconds", "0.05")));
    bmc = SimulatedRedfish.start(certificate);
    silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    bmc.close();
    silent.close();
  }

  private Endpoint endpoint(String address, String password) {
    return new Endpoint(address, bmc.port(), SimulatedRedfish.USER, Secret.of(password));
  }

  @Override
  public PowerManager open() {
    return provider.open(endpoint("127.0.0.1", SimulatedRedfish.PASSWORD));
  }

  @Override
  public PowerState seenFromOutside() {
    return bmc.isOn() ? PowerState.ON : PowerState.OFF;
  }

  @Override
  public BootDevice bootDeviceSeenFromOutside() {
    return switch (bmc.bootTarget()) {
      case "None" -> BootDevice.DEFAULT;
      case "Pxe" -> BootDevice.NETWORK;
      case "Hdd" -> BootDevice.DISK;
      case "Cd" -> BootDevice.CDROM;
      case "BiosSetup" -> BootDevice.FIRMWARE_SETUP;
      default -> throw new IllegalStateException(bmc.bootTarget());
    };
  }

  @Override
  public PowerManager openWithWrongPassword() {
    return provider.open(endpoint("127.0.0.1", wrongPassword()));
  }

  @Override
  public String wrongPassword() {
    return "not-the-one";
  }

  @Override
  public PowerManager openDeadEndpoint() {
    return provider.open(
        new Endpoint("127.0.0.1", silent.getLocalPort(), "admin", Secret.of("any")));
  }

  @Test
  void aSessionIsEndedWithItsManager() {
    try (PowerManager power = open()) {
      power.state(patience());
      power.state(patience());
      assertThat(bmc.sessions()).isEqualTo(1);
    }
    assertThat(bmc.sessions()).isZero();
  }

  @Test
  void aBmcThatForgotTheSessionIsLoggedInToAgain() {
    try (PowerManager power = open()) {
      power.state(patience());
      bmc.forgetSessions();
      assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    RedfishPowerProvider strict = new RedfishPowerProvider();
    try (PowerManager power = strict.open(endpoint("127.0.0.1", SimulatedRedfish.PASSWORD))) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("verify_ca in [power:redfish]");
    }
  }

  @Test
  void andTakenWhereItIsNotAskedFor() {
    RedfishPowerProvider careless = new RedfishPowerProvider();
    careless.configure(new BackendSettings("power:redfish", Map.of("verify_ca", "false")));
    try (PowerManager power = careless.open(endpoint("127.0.0.1", SimulatedRedfish.PASSWORD))) {
      assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void aSystemIsChosenByItsId() {
    try (PowerManager power =
        provider.open(endpoint("127.0.0.1/437XR", SimulatedRedfish.PASSWORD))) {
      assertThat(power.state(patience())).isEqualTo(PowerState.OFF);
    }
    try (PowerManager power =
        provider.open(endpoint("127.0.0.1/other", SimulatedRedfish.PASSWORD))) {
      assertThatThrownBy(() -> power.state(patience()))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("no system 'other'; register the node with one of [437XR]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/437XR", "127.0.0.1/a/b", "127.0.0.1/a?b", "127.0.0.1/a b", "a@host", "a,b"})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatThrownBy(() -> provider.open(endpoint(address, "any")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host, or host/system");
  }

  @Test
  void authoritiesThatAreNotThereAreToldAtOnce() {
    BackendSettings settings =
        new BackendSettings("power:redfish", Map.of("verify_ca", "/no/such.pem"));
    assertThatThrownBy(() -> new RedfishPowerProvider().configure(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("verify_ca = /no/such.pem cannot be used");
  }

  @Test
  void secureBootIsSetAndReadBack() {
    try (PowerManager power = open()) {
      SecureBootControl secure = (SecureBootControl) power;
      assertThat(secure.secureBoot(patience())).isFalse();
      assertThat(secure.secureBoot(true, patience())).isTrue();
      assertThat(bmc.isSecure()).isTrue();
      assertThat(secure.secureBoot(true, patience())).isTrue();
      assertThat(secure.secureBoot(false, patience())).isFalse();
    }
  }

  @Test
  void anImageIsInsertedInPlaceOfAnotherAndEjected() {
    URI first = URI.create("http://images.example/one.iso");
    URI second = URI.create("http://images.example/two.iso?x=1");
    try (PowerManager power = open()) {
      VirtualMedia drive = (VirtualMedia) power;
      assertThat(drive.inserted(patience())).isNull();
      drive.insert(first, patience());
      drive.insert(first, patience());
      assertThat(bmc.image()).isEqualTo(first.toString());
      drive.insert(second, patience());
      assertThat(drive.inserted(patience())).isEqualTo(second);
      drive.eject(patience());
      drive.eject(patience());
      assertThat(bmc.image()).isNull();
    }
  }

  @Test
  void whatIsWrittenOnTheMachineIsRead() {
    try (PowerManager power = open()) {
      assertThat(((AssetDataReader) power).inventory(patience()))
          .isEqualTo(new AssetData("novabm", "simulated", "P-1", "CH7", "", "A-7"));
    }
  }
}
