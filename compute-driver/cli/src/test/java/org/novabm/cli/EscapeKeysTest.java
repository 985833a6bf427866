package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is for the machine, and what for the console. */
class EscapeKeysTest {

  private final StringBuilder came = new StringBuilder();
  private final EscapeKeys keys =
      new EscapeKeys(
          new EscapeKeys.Listener() {
            @Override
            public void typed(byte[] typed) {
              came.append(new String(typed, StandardCharsets.UTF_8));
            }

            @Override
            public void breakWanted() {
              came.append("<break>");
            }

            @Override
            public void helpWanted() {
              came.append("<help>");
            }

            @Override
            public void leave() {
              came.append("<leave>");
            }
          });

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "~., <leave>",
        "ls ~., ls ~.",
        "ls/~., ls/<leave>",
        "~B, <break>",
        "~Bx~., <break>x~.",
        "~?, <help>",
        "~~., ~.",
        "~x~., ~x~.",
        "~/~., ~/<leave>",
        "ls/^[12;5R~., ls/^[12;5R<leave>",
        "^[A~., ^[A<leave>",
        "x^[A~., x^[A~.",
        "^[12;5Rx~., ^[12;5Rx~.",
        "^x~., ^x~.",
      })
  void finds(String typed, String expected) {
    for (byte key :
        typed.replace('/', '\r').replace('^', '\u001b').getBytes(StandardCharsets.UTF_8)) {
      keys.feed(new byte[] {key}, 1);
    }
    assertThat(came.toString().replace('\r', '/').replace('\u001b', '^')).isEqualTo(expected);
  }
}
