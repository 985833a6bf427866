package org.novabm.rack.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedfishProfileTest {

  @ParameterizedTest
  @MethodSource("org.novabm.rack.redfish.RedfishProfile#names")
  void eachHasAMakerAndASource(String name) {
    RedfishProfile profile = RedfishProfile.named(name);
    assertThat(profile.maker()).isNotEqualTo("novabm");
    assertThat(profile.source()).startsWith("https://");
  }

  @ParameterizedTest
  @MethodSource("org.novabm.rack.redfish.RedfishProfile#names")
  void eachIsToldByTheCommand(String name) throws Exception {
    Path command = Path.of("src/main/java/org/novabm/rack/RedfishCommand.java");
    assertThat(Files.readString(command)).contains(name);
  }

  @Test
  void aTraitThatIsNoneIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> RedfishProfile.plain().with("colour=red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already")
        .hasMessageContaining("busy-login");
    assertThatThrownBy(() -> RedfishProfile.plain().with("mode=sideways"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REVERTS");
    assertThatThrownBy(() -> RedfishProfile.plain().with("busy-login=often"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RedfishProfile.named("abacus"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("idrac9");
  }
}
