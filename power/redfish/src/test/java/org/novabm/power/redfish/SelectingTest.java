package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerManager;

/** Where and how a boot device is written, and what of it was taken. */
class SelectingTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final BootSelection NETWORK =
      new BootSelection(BootDevice.NETWORK, true, Firmware.UEFI);

  private static BootSelection select(TestBmc bmc, BootSelection wanted) {
    try (PowerManager power = bmc.open()) {
      return ((BootDeviceControl) power).select(wanted, WITHIN);
    }
  }

  @ParameterizedTest
  @CsvSource({"moved, SD", "read-only, Settings"})
  void itIsWrittenToTheSettingsResourceWhereTheSystemRefuses(String place, String settings) {
    try (TestBmc bmc = TestBmc.plain("boot-at=" + place, "settings=" + settings)) {
      assertThat(select(bmc, NETWORK)).isEqualTo(NETWORK);
      assertThat(bmc.bmc().bootTarget()).isEqualTo("Pxe");
      assertThat(bmc.bmc().seen())
          .anyMatch(seen -> seen.startsWith("PATCH /redfish/v1/Systems/437XR/" + settings));
    }
  }

  @Test
  void aModeThatFellBackIsToldAsItIs() {
    try (TestBmc bmc = TestBmc.plain("mode=reverts")) {
      assertThat(select(bmc, NETWORK))
          .isEqualTo(new BootSelection(BootDevice.NETWORK, true, Firmware.BIOS));
    }
  }

  @Test
  void aModeThatIsForgottenIsWrittenEachTime() {
    try (TestBmc bmc = TestBmc.plain("mode=forgotten")) {
      assertThat(select(bmc, NETWORK)).isEqualTo(NETWORK);
      assertThat(select(bmc, NETWORK)).isEqualTo(NETWORK);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "read-only"})
  void aModeThatIsNotTakenIsLeftOut(String mode) {
    try (TestBmc bmc = TestBmc.plain("mode=" + mode)) {
      assertThat(select(bmc, NETWORK)).isEqualTo(NETWORK);
    }
  }

  @ParameterizedTest
  @CsvSource({"refused, no", "refused, yes", "once, no"})
  void whereNothingLastsItIsForTheNextBootAndSaidSo(String lasting, String told) {
    try (TestBmc bmc = TestBmc.plain("lasting=" + lasting, "lasting-told=" + told)) {
      assertThat(select(bmc, NETWORK))
          .isEqualTo(new BootSelection(BootDevice.NETWORK, false, Firmware.UEFI));
      assertThat(bmc.bmc().bootEnabled()).isEqualTo("Once");
    }
  }

  @Test
  void anOverrideThatShowsLateIsWaitedFor() {
    try (TestBmc bmc = TestBmc.plain("boot-late=5")) {
      assertThat(select(bmc, NETWORK)).isEqualTo(NETWORK);
    }
  }

  @Test
  void oneThatNeverShowsIsToldWithWhatToDo() {
    try (TestBmc bmc = TestBmc.plain("boot-late=100000");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> ((BootDeviceControl) power).select(NETWORK, Duration.ofMillis(500)))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("still shows 'None'; look whether");
    }
  }

  /** Whoever lets nobody choose is left to the firmware's own order, where that is the one. */
  @ParameterizedTest
  @CsvSource({
    "network disk, NETWORK, ''",
    "cd network disk, NETWORK, ''",
    "network disk, DISK, ''",
    "disk network, DISK, ''",
    "network, NETWORK, page=1"
  })
  void whereNothingCanBeChosenTheFirmwaresOwnOrderMayDo(
      String order, BootDevice device, String more) {
    String[] traits = {"boot-at=nowhere", "boot-order=" + order, more.isEmpty() ? "page=0" : more};
    try (TestBmc bmc = TestBmc.named("ilo6", traits)) {
      assertThat(select(bmc, new BootSelection(device, true, Firmware.UEFI)))
          .isEqualTo(new BootSelection(device, false, Firmware.UEFI));
      assertThat(bmc.bmc().bootTarget()).isEqualTo("None");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "disk network, NETWORK, '[DISK, NETWORK]'",
    "disk, NETWORK, [DISK]",
    "network, DISK, [NETWORK]",
    "network disk, CDROM, '[NETWORK, DISK]'",
    "'', NETWORK, not told"
  })
  void whereItDoesNotTheRefusalSaysWhatToDo(String order, BootDevice device, String told) {
    try (TestBmc bmc = TestBmc.named("ilo6", "boot-at=nowhere", "boot-order=" + order)) {
      assertThatThrownBy(() -> select(bmc, new BootSelection(device, true, Firmware.UEFI)))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("400: The operation is not supported; ")
          .hasMessageContaining("the firmware's own order is " + told)
          .hasMessageContaining("does not lead to " + device + ": put the network before the disk");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DISK, UEFI, UefiHdd",
    "DISK, BIOS, Hdd",
    "CDROM, BIOS, UsbCd",
    "CDROM, UEFI, UefiUsbCd",
    "DEFAULT, BIOS, None",
  })
  void theWordIsTheMakers(BootDevice device, Firmware firmware, String word) {
    try (TestBmc bmc = TestBmc.named("smc-x10")) {
      BootSelection wanted = new BootSelection(device, true, firmware);
      assertThat(select(bmc, wanted).device()).isEqualTo(device);
      assertThat(bmc.bmc().bootTarget()).isEqualTo(word);
    }
  }
}
