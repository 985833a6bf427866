package org.novabm.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.Secret;

/** What a console's log does not tell. */
class SecretMaskTest {

  private final SecretMask mask = new SecretMask(List.of(Secret.of("calvin"), Secret.of("ab")));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "novabm.secret=0123abc console=ttyS0|novabm.secret=*** console=ttyS0",
        "Password: hunter2|Password: ***",
        "\"admin_password\": \"hunter2\", \"x\": 1|\"admin_password\": ***, \"x\": 1",
        "API-KEY = k1;next|API-KEY = ***;next",
        "mysql://nova:hunter2@10.0.0.1/nova_bm|mysql://nova:***@10.0.0.1/nova_bm",
        "BMC account root/calvin set|BMC account root/*** set",
        "Password: |Password: ",
        "password for root:|password for root:",
        "a token was made for 10.0.0.1|a token was made for 10.0.0.1",
        "about ab|about ab",
        "PASSWD='my secret phrase' x|PASSWD=*** x",
        "password=\"a b\",x|password=***,x",
        "pass\u001b[0mword=hunter2|password=***",
        "\u001b]0;title\u0007\u009b1mBM: cal\u001b[0mvin\u001b(B|BM: ***",
        "cal\u0000vin\u0008|***",
        "\u001b[1mbold\u001b[0m|\u001b[1mbold\u001b[0m",
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void hides(String line, String shown) {
    assertThat(mask.masked(line)).isEqualTo(shown);
  }

  @Test
  void aPrivateKeyIsHiddenFromItsFirstLineToItsLast() {
    assertThat(
            List.of(
                    "-----BEGIN OPENSSH PRIVATE KEY-----\r\n",
                    "b3BlbnNzaC1rZXk\r\n",
                    "-----END OPENSSH PRIVATE KEY-----\r\n",
                    "done\n")
                .stream()
                .map(mask::masked))
        .containsExactly(
            "-----BEGIN OPENSSH PRIVATE KEY-----\r\n",
            "***\r\n",
            "-----END OPENSSH PRIVATE KEY-----\r\n",
            "done\n");
  }

  @Test
  void aBeginWithoutAnEndDoesNotHideALogForEver() {
    mask.masked("-----BEGIN PRIVATE KEY-----\n");
    for (int i = 0; i < 100; i++) {
      assertThat(mask.masked("password=hunter2 calvin line " + i + "\n")).isEqualTo("***\n");
    }
    assertThat(mask.masked("password=hunter2 calvin\n")).isEqualTo("password=*** ***\n");
    assertThat(mask.masked("kernel panic\n")).isEqualTo("kernel panic\n");
  }

  @Test
  void aKeyOnOneLineIsHiddenAndWhatStandsAroundItIsMasked() {
    String begin = "-----BEGIN PRIVATE KEY-----";
    String end = "-----END PRIVATE KEY-----";
    assertThat(mask.masked("a " + begin + "MIIE" + end + " token=x " + begin + "MII" + end))
        .isEqualTo("a " + begin + "***" + end + " token=*** " + begin + "***" + end);
    assertThat(mask.masked("key: " + begin + " MIIE\r\n")).isEqualTo("key: " + begin + "***\r\n");
    assertThat(mask.masked("password=hunter2 calvin " + end + " calvin\n"))
        .isEqualTo("***" + end + " ***\n");
    assertThat(mask.masked("free\n")).isEqualTo("free\n");
  }

  @Test
  void aLongLineIsMaskedInNoTime() {
    for (String piece :
        List.of("\u001b[", "\u001b]", "password ", "://a:", "token=\"", "\u009b0")) {
      String line = piece.repeat(8192 / piece.length());
      assertThatCode(() -> mask.masked(line)).doesNotThrowAnyException();
      long begun = System.nanoTime();
      mask.masked(line);
      assertThat(System.nanoTime() - begun).as(piece).isLessThan(500_000_000L);
    }
  }
}
