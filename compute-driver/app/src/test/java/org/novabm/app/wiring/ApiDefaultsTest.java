package org.novabm.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.api.ApiAccess;
import org.novabm.api.ApiLimits;
import org.novabm.conf.ConfigException;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.settings.Settings;

/** nova.conf and the REST API mean the same by what nobody set. */
class ApiDefaultsTest {

  @Test
  void theDefaultLimitsAreTheStandardOnes() {
    assertThat(RestApi.limits(settings("").api())).isEqualTo(ApiLimits.STANDARD);
  }

  @Test
  void theShortestTokenOfBothIsTheSame() {
    String shortest = "x".repeat(ApiAccess.SHORTEST);
    assertThat(new ApiAccess(settings(token(shortest)).api().apiToken()).accepts(shortest))
        .isTrue();
    assertThatThrownBy(() -> settings(token(shortest.substring(1))))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("api_token");
  }

  private static String token(String text) {
    return "[novabm]\napi_token = " + text + "\n";
  }

  private static Settings settings(String text) {
    return Settings.from(List.of(NovaConfFile.parse("nova.conf", text)));
  }
}
