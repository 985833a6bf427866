package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "login: ,login: ",
        "^[2J^[01;01H^[=3h^[0m^[37mWelcome,Welcome",
        "/ # ^[6n,/ # ",
        "^]0;title@shown,shown",
        "^cshown,shown",
        "a~b,ab",
        "grüße €,grüße €",
      })
  void controlSequencesAreLeftOut(String said, String shown) {
    String text = said.replace('^', '\u001b').replace('@', '\u0007').replace('~', '\r');
    assertThat(PlainText.of(text + "\r\n\t")).isEqualTo(shown + "\n\t");
  }
}
