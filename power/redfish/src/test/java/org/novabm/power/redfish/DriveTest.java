package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.VirtualMedia;

/** Drives that know fewer words, have no action, or are slow. */
class DriveTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"insertion=bare-action", "insertion=patch", "image-late=3"})
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
}
