package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.VirtualMedia;

/** Drives that know fewer words, have no action, or are slow. */
class DriveTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insertion=bare-action",
        "insertion=patch",
        "image-late=3",
        "page=1",
        "managers=CMC:bare BMC",
        "managers=CMC:missing BMC",
        "managers=CMC:enclosure BMC"
      })
  void anImageIsInsertedReplacedAndEjected(String trait) {
    URI first = URI.create("http://images.example/one.iso");
    URI second = URI.create("http://images.example/two.iso");
    try (TestBmc bmc = TestBmc.plain(trait);
        PowerManager power = bmc.open()) {
      VirtualMedia drive = (VirtualMedia) power;
      drive.insert(first, WITHIN);
      drive.insert(second, WITHIN);
      assertThat(bmc.bmc().image()).isEqualTo(second.toString());
      drive.eject(WITHIN);
      assertThat(bmc.bmc().image()).isNull();
    }
  }

  @Test
  void whoHasNoDriveSaysWhichManagersWereNotRead() {
    try (TestBmc bmc = TestBmc.plain("managers=CMC:missing RMC:enclosure");
        PowerManager power = bmc.open()) {
      VirtualMedia drive = (VirtualMedia) power;
      assertThatThrownBy(() -> drive.insert(URI.create("http://images.example/one.iso"), WITHIN))
          .isInstanceOf(BackendException.Unsupported.class)
          .hasMessageContaining("could not be read: [/redfish/v1/Managers/CMC]");
    }
  }
}
