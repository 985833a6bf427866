package org.novabm.power.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.rack.redfish.Certificate;
import org.novabm.rack.redfish.CutTls;
import org.novabm.rack.redfish.SimulatedRedfish;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** Why no TLS comes about is told as what it is. */
class NoTlsTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({
    "END, Unreachable, try again later",
    "RESET, Unreachable, ''",
    "PLAIN, Unreachable, does not speak TLS there",
    "OLD_VERSION, Refused, only versions of TLS that this Java does not speak",
    "OTHER_SUITES, Refused, no cipher suite in common",
  })
  void whatIsNoCertificateIsNotCalledOne(CutTls.How how, String kind, String words)
      throws IOException {
    try (CutTls cut = CutTls.start(how);
        PowerManager power =
            TestBmc.configured(Map.of("verify_ca", "false"))
                .open(TestBmc.endpoint("127.0.0.1", cut.port()))) {
      assertThatThrownBy(() -> power.state(WITHIN))
          .isInstanceOf(BackendException.class)
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
          .hasMessageContaining(words)
          .message()
          .doesNotContain("certificate");
    }
  }

  private static void reads(Certificate shown, Path trusted) throws IOException {
    try (SimulatedRedfish bmc = SimulatedRedfish.start(shown);
        PowerManager power =
            TestBmc.trusting(trusted).open(TestBmc.endpoint("127.0.0.1", bmc.port()))) {
      assertThat(power.state(WITHIN)).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void aCertificateWithoutAddressCountsWhenItIsInTheFile(@TempDir Path folder) throws IOException {
    Certificate nameless = Certificate.withoutAddress(folder);
    reads(nameless, nameless.pem());
  }

  @Test
  void oneOfAnotherAddressDoesNot(@TempDir Path folder) {
    Certificate another = Certificate.ofAnother(folder);
    assertThatThrownBy(() -> reads(another, another.pem()))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("its certificate is not trusted");
  }

  @Test
  void oneWithoutAddressThatIsNotInTheFileDoesNot(@TempDir Path folder) {
    Certificate nameless = Certificate.withoutAddress(folder);
    Certificate trusted = Certificate.make(folder);
    assertThatThrownBy(() -> reads(nameless, trusted.pem()))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("its certificate is not trusted");
  }
}
