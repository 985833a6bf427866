package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleWriterTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("novabm.checkout"), "etc", "nova.conf.sample");

  @Test
  void theSampleIsThatOfTheRecords() throws IOException {
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(SAMPLE, SampleWriter.sample());
    }
    assertThat(Files.readString(SAMPLE))
        .as("write it anew: " + SampleWriter.REGENERATE)
        .isEqualTo(SampleWriter.sample());
  }

  @Test
  void itsDefaultsAreTheDefaults() {
    String uncommented =
        SampleWriter.sample()
            .replaceAll("(?m)^#([a-z_]+ =)", "$1")
            .replace(SettingsOption.HOST_NAME, "machine1");
    Settings written = Texts.settings(uncommented);
    Settings unset = Texts.settings();
    assertThat(written.host()).isEqualTo(unset.host());
    assertThat(written.database()).isEqualTo(unset.database());
    assertThat(written.messaging()).isEqualTo(unset.messaging());
    assertThat(written.baremetal()).isEqualTo(unset.baremetal());
    assertThat(written.novabm()).isEqualTo(unset.novabm());
    assertThat(written.api()).isEqualTo(unset.api());
  }

  @Test
  void asItIsItSetsNothing() {
    assertThat(Texts.settings(SampleWriter.sample()).host()).isEqualTo(Texts.settings().host());
    assertThat(SampleWriter.sample().lines()).allMatch(line -> line.matches("(#.*|\\[\\w+]|)"));
    assertThat(SampleWriter.sample().lines()).noneMatch(line -> line.matches(".*\\w#.*"));
  }
}
