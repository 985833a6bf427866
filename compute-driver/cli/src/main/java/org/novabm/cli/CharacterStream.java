package org.novabm.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that comes in pieces, which may end in the middle of a character. */
final class CharacterStream {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** The characters that are whole now. */
  String next(ByteBuffer bytes) {
    ByteBuffer both = ByteBuffer.allocate(rest.remaining() + bytes.remaining());
    both.put(rest).put(bytes).flip();
    CharBuffer characters = CharBuffer.allocate(both.remaining());
    decoder.decode(both, characters, false);
    rest = both;
    return characters.flip().toString();
  }
}
