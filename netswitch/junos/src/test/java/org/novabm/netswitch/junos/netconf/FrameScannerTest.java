package org.novabm.netswitch.junos.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {

  private static final int LONGEST = 4 << 20;

  private final List<String> messages = new ArrayList<>();
  private final FrameScanner scanner = new FrameScanner(LONGEST, messages::add);

  private void accept(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    scanner.accept(bytes, 0, bytes.length);
  }

  @Test
  void messagesEndAtTheMark() throws IOException {
    accept("<a/>]]>]]><b>]]</b>]]>]]>");
    assertThat(messages).containsExactly("<a/>", "<b>]]</b>");
  }

  @Test
  void aMarkInPiecesAndAfterMoreBracketsIsFound() throws IOException {
    for (char c : "<a>]]]]></a>]]>]]]>]]>]]>".toCharArray()) {
      accept(String.valueOf(c));
    }
    assertThat(messages).containsExactly("<a>]]]]></a>]]>]");
  }

  @Test
  void chunksAreJoinedByteByByteOrAtOnce() throws IOException {
    scanner.useChunks();
    String wire = "\n#4\n<rpc\n#19\n-reply>ä</rpc-repl\n#2\ny>\n##\n";
    accept(wire);
    for (byte b : wire.getBytes(StandardCharsets.UTF_8)) {
      scanner.accept(new byte[] {b}, 0, 1);
    }
    assertThat(messages).containsExactly("<rpc-reply>ä</rpc-reply>", "<rpc-reply>ä</rpc-reply>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "\n#0\n",
        "\n#\n",
        "\n##\n",
        "\n#-1\n",
        "\n#1x\n",
        "\n#1\nab",
        "\n#4294967296\n"
      })
  void brokenFramesAreRefused(String wire) {
    scanner.useChunks();
    assertThatThrownBy(() -> accept(wire))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the peer sent");
    assertThat(messages).isEmpty();
  }

  @Test
  void aChunkThatIsTooLongIsRefusedBeforeItComes() {
    scanner.useChunks();
    assertThatThrownBy(() -> accept("\n#" + (LONGEST + 1) + "\n"))
        .hasMessageContaining("is the most");
  }

  @Test
  void aMessageWithoutAnEndIsRefused() {
    byte[] much = new byte[1 << 20];
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= LONGEST >> 20; i++) {
                scanner.accept(much, 0, much.length);
              }
            })
        .hasMessageContaining("is the most");
  }
}
