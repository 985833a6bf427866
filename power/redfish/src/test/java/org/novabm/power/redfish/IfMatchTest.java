package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.BootDevice;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerManager;

/** Changes are guarded by tags in all the ways that BMCs tell and compare them. */
class IfMatchTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final BootSelection NETWORK =
      new BootSelection(BootDevice.NETWORK, true, Firmware.UEFI);

  private static List<String> patches(TestBmc bmc) {
    return bmc.bmc().seen().stream()
        .filter(seen -> seen.startsWith("PATCH"))
        .map(seen -> seen.replaceFirst("PATCH [^ ]* ?", ""))
        .toList();
  }

  private static void select(TestBmc bmc) {
    try (PowerManager power = bmc.open()) {
      assertThat(((BootDeviceControl) power).select(NETWORK, WITHIN)).isEqualTo(NETWORK);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "header, yes, optional, 'W/\"1\"'",
        "body, no, required, '\"1\"'",
        "body, no, required-412, '\"1\"'",
        "both, yes, strong, 'W/\"1\"|\"1\"'",
        "header, yes, bare, 'W/\"1\"|\"1\"|1'",
        "header, no, never, '\"1\"|1|'",
        "none, no, required, '|*'",
        "none, no, optional, ''",
      })
  void aTagIsSentAsTheBmcWantsIt(String place, String weak, String match, String sent) {
    try (TestBmc bmc = TestBmc.plain("tag=" + place, "tag-weak=" + weak, "match=" + match)) {
      select(bmc);
      assertThat(String.join("|", patches(bmc))).isEqualTo(sent);
    }
  }

  @Test
  void whatSomebodyElseChangedIsReadAgainAndNeverForced() {
    try (TestBmc bmc = TestBmc.plain("others-change=2")) {
      select(bmc);
      assertThat(patches(bmc)).containsExactly("W/\"1\"", "W/\"2\"", "W/\"3\"");
    }
  }

  @Test
  void whoChangesItAllTheTimeIsLeftToIt() {
    try (TestBmc bmc = TestBmc.plain("others-change=1000");
        PowerManager power = bmc.open()) {
      assertThatThrownBy(() -> ((BootDeviceControl) power).select(NETWORK, WITHIN))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("somebody else changes");
      assertThat(patches(bmc)).allMatch(tag -> tag.startsWith("W/"));
    }
  }
}
