package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BmcProfileTest {

  @ParameterizedTest
  @MethodSource("org.novabm.rack.bmc.BmcProfile#names")
  void eachHasAMakerAndASourceAndIsToldByTheCommand(String name) throws Exception {
    BmcProfile profile = BmcProfile.named(name);
    assertThat(profile.maker()).isNotEqualTo("novabm");
    assertThat(profile.source()).startsWith("https://");
    assertThat(Files.readString(Path.of("src/main/java/org/novabm/rack/BmcsCommand.java")))
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "colour=red, third-sensor",
    "third-sensor=gone, TIMES_OUT",
    "suites=4, neither 3 nor 17",
    "refused=control, control:0xD5*2",
    "refused=nothing:0xD5, 0x0a/0x43",
    "log-entries=70000, beyond",
    "log-entries, already=409"
  })
  void whatIsNoTraitIsToldWithWhatThereIs(String rule, String words) {
    assertThatThrownBy(() -> BmcProfile.plain().with(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aWrongNameIsToldWithAll() {
    assertThatThrownBy(() -> BmcProfile.named("abacus")).hasMessageContaining("fc830");
  }
}
