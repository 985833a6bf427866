package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharacterStreamTest {

  private final CharacterStream stream = new CharacterStream();

  @Test
  void aCharacterInPiecesIsOne() {
    StringBuilder all = new StringBuilder();
    for (byte piece : "grüße €𝄞!".getBytes(StandardCharsets.UTF_8)) {
      all.append(stream.next(ByteBuffer.wrap(new byte[] {piece})));
    }
    assertThat(all).hasToString("grüße €𝄞!");
  }

  @Test
  void whatIsNoTextIsShownAsSuch() {
    assertThat(stream.next(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 'b'})))
        .isEqualTo("a\uFFFDb");
  }
}
