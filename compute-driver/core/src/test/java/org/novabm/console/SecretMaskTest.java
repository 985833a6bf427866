package org.novabm.console;

import static org.assertj.core.api.Assertions.assertThat;

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
}
