package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Where things are is what the BMC says, and where it sends to, as long as that is itself. */
class LinksTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private static void switchesOn(TestBmc bmc) {
    try (PowerManager power = bmc.open()) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
    }
    assertThat(bmc.bmc().isOn()).isTrue();
    assertThat(bmc.bmc().sessions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectToThePathWithASlashIsFollowedByEachMethod(int status) {
    try (TestBmc bmc = TestBmc.plain("slash=" + status)) {
      switchesOn(bmc);
      assertThat(bmc.bmc().seen())
          .contains("POST /redfish/v1/SessionService/Sessions/")
          .contains("POST /redfish/v1/Systems/437XR/Actions/ComputerSystem.Reset/");
    }
  }

  @Test
  void aRedirectMayHaveAQuery() {
    try (TestBmc bmc = TestBmc.plain("slash=307", "slash-query=?v=1&x=/a")) {
      switchesOn(bmc);
      assertThat(bmc.bmc().seen())
          .contains("POST /redfish/v1/Systems/437XR/Actions/ComputerSystem.Reset/?v=1&x=/a");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=1", "page=2", "page=3"})
  void aMachineOnAFurtherPageIsFound(String page) {
    try (TestBmc bmc = TestBmc.plain(page, "systems=Node1 Node2 Node3 Node4", "slash=308");
        PowerManager power = bmc.open("127.0.0.1/node1")) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
      assertThat(bmc.bmc().seen())
          .anyMatch(seen -> seen.startsWith("GET /redfish/v1/Systems/?$skip="));
    }
    try (TestBmc bmc = TestBmc.plain(page, "systems=system a:OS b:OS c:OS")) {
      switchesOn(bmc);
    }
  }

  @Test
  void pagesWithoutEndAreBrokenOff() {
    try (TestBmc bmc = TestBmc.plain("page=1", "systems=Node1 Node2 Node3");
        PowerManager power = bmc.open()) {
      bmc.bmc().lies().say("/redfish/v1/Systems?$skip=1", "/redfish/v1/Systems?$skip=2");
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("the pages of collection /redfish/v1/Systems have no end");
      assertThat(bmc.bmc().requests()).isLessThan(20);
    }
  }

  @Test
  void noPageOfAnotherHostIsRead() {
    try (TestBmc other = TestBmc.plain();
        TestBmc bmc = TestBmc.plain("page=1", "systems=Node1 Node2");
        PowerManager power = bmc.open()) {
      String page = "/redfish/v1/Systems?$skip=1";
      bmc.bmc().lies().say("https://127.0.0.1:" + other.bmc().port() + page, page);
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("nothing was sent there");
      assertThat(other.bmc().requests()).isZero();
    }
  }

  @Test
  void linksThatHaveTheSlashNeedNone() {
    try (TestBmc bmc = TestBmc.plain("slash=308", "slash-links=yes")) {
      switchesOn(bmc);
      assertThat(bmc.bmc().seen())
          .filteredOn(seen -> !seen.endsWith("/"))
          // where a session is ended is a header and no link
          .allMatch(seen -> seen.startsWith("DELETE "));
    }
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() {
    try (TestBmc other = TestBmc.plain();
        TestBmc bmc =
            TestBmc.plain("slash=308", "slash-to=https://127.0.0.1:" + other.bmc().port());
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("nothing was sent there");
      assertThat(other.bmc().requests()).isZero();
    }
  }

  /** The password goes where the first of these leads, and the session's token to the others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/redfish/v1/SessionService/Sessions",
        "/redfish/v1/Systems",
        "/redfish/v1/Systems/437XR/ResetActionInfo",
        "/redfish/v1/Systems/437XR/Settings",
      })
  void noLinkToAnotherHostIsFollowed(String link) {
    BootSelection disk = new BootSelection(BootDevice.DISK, true, Firmware.UEFI);
    try (TestBmc other = TestBmc.plain();
        TestBmc bmc = TestBmc.plain("resets-told=info", "boot-at=read-only");
        PowerManager power = bmc.open()) {
      bmc.bmc().lies().say("https://127.0.0.1:" + other.bmc().port() + link, link);
      assertThatThrownBy(
              () -> {
                power.apply(PowerAction.ON, WITHIN);
                ((BootDeviceControl) power).select(disk, WITHIN);
              })
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("nothing was sent there");
      assertThat(other.bmc().requests()).isZero();
    }
  }

  @Test
  void redirectsWithoutEndAreBrokenOff() {
    try (TestBmc bmc = TestBmc.plain("slash=308", "slash-to=/redfish/v1/x");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(WITHIN)).isInstanceOf(BackendException.class);
      assertThat(bmc.bmc().requests()).isLessThan(20);
    }
  }

  @Test
  void sessionsAreMadeWhereTheRootSays() {
    try (TestBmc bmc = TestBmc.plain("sessions=/redfish/v1/Sessions")) {
      switchesOn(bmc);
      assertThat(bmc.bmc().seen()).contains("POST /redfish/v1/Sessions");
    }
  }

  @Test
  void aHypervisorIsNotTheMachine() {
    try (TestBmc bmc = TestBmc.plain("systems=system hypervisor:OS")) {
      switchesOn(bmc);
    }
  }

  @Test
  void oneOfSeveralMachinesIsChosenByTheEndOfItsLink() {
    try (TestBmc bmc = TestBmc.plain("systems=Node1 Node2", "slash=308", "slash-links=yes");
        PowerManager power = bmc.open("127.0.0.1/node1")) {
      assertThat(power.apply(PowerAction.ON, WITHIN)).isEqualTo(PowerState.ON);
    }
    try (TestBmc bmc = TestBmc.plain("systems=Node1 Node2");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("2 systems [Node1, Node2]; register the node");
    }
  }
}
