package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Our steps, in our plans. */
class StandardStepsTest implements StepLaws {

  @Test
  void thePageInDocsSaysWhatWasTried() throws IOException {
    Path page = Path.of(System.getProperty("novabm.checkout"), "docs", "steps.md");
    String written = new LawsPage(this).text();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(page, written);
    }
    assertThat(page)
        .as("write it anew: ./mvnw -pl compute-driver/core-contract -am test -Dnovabm.rewrite")
        .hasContent(written);
  }
}
