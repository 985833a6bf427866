package org.novabm.netswitch.openvswitch.ovsdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageScannerTest {

  private static final List<String> MESSAGES =
      List.of(
          "{\"id\":1,\"result\":[{\"a\":{}},\"}\"],\"error\":null}",
          "{\"text\":\"a \\\\\\\" quote, a brace { and a backslash \\\\\\\\\"}",
          "{}");

  private static final int MOST_BYTES = 2 << 20;

  private final MessageScanner scanner = new MessageScanner(MOST_BYTES);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void messagesAreCutWhereverTheBytesAre(int piece) throws IOException {
    byte[] stream = String.join(" \n", MESSAGES).getBytes(UTF_8);
    List<String> cut = new ArrayList<>();
    for (int at = 0; at < stream.length; at += piece) {
      ByteBuffer bytes = ByteBuffer.wrap(stream, at, Math.min(piece, stream.length - at));
      for (byte @Nullable [] one = scanner.next(bytes); one != null; one = scanner.next(bytes)) {
        cut.add(new String(one, UTF_8));
      }
    }
    assertThat(cut).isEqualTo(MESSAGES);
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> scan("HTTP/1.1 400\r\n")).hasMessageContaining("'H'");
    assertThatThrownBy(() -> new MessageScanner(MOST_BYTES).next(bytes("[1]")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> scan("{\"a\":" + "[".repeat(MessageScanner.MOST_DEPTH)))
        .hasMessageContaining("nested deeper");
  }

  @Test
  void lengthIsBounded() {
    ByteBuffer endless = ByteBuffer.wrap("a".repeat(64 * 1024).getBytes(UTF_8));
    assertThatThrownBy(
            () -> {
              scanner.next(bytes("{\"a\":\""));
              for (int sent = 0; sent <= MOST_BYTES; sent += endless.capacity()) {
                scanner.next(endless.rewind());
              }
            })
        .hasMessageContaining("more than " + MOST_BYTES);
  }

  private void scan(String text) throws IOException {
    scanner.next(bytes(text));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
