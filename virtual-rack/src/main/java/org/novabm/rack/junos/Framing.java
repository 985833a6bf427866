package org.novabm.rack.junos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where messages end: {@code ]]>]]>}, or in chunks once both sides speak 1.1 (RFC 6242). */
final class Framing {

  private static final String END = "]]>]]>";
  private static final int LONGEST = 16 << 20;

  private final InputStream in;
  private final OutputStream out;
  private boolean chunked;

  Framing(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  void useChunks() {
    chunked = true;
  }

  /** The next message; null when the peer hung up. */
  @Nullable String read() throws IOException {
    return chunked ? readChunks() : readToMark();
  }

  private @Nullable String readToMark() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    byte[] mark = END.getBytes(StandardCharsets.US_ASCII);
    int matched = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      message.write(next);
      matched = next == mark[matched] ? matched + 1 : next == ']' ? Math.min(matched, 2) : 0;
      if (matched == mark.length) {
        return message.toString(StandardCharsets.UTF_8).replace(END, "");
      }
      bound(message);
    }
    return null;
  }

  private @Nullable String readChunks() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      if (!expect('\n')) {
        return null;
      }
      if (in.read() != '#') {
        throw new IOException("a chunk does not start with #");
      }
      int length = 0;
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next == '#' && length == 0) {
          expect('\n');
          return message.toString(StandardCharsets.UTF_8);
        }
        if (next < '0' || next > '9' || length > LONGEST / 10) {
          throw new IOException("a chunk's length is wrong");
        }
        length = length * 10 + next - '0';
      }
      message.write(in.readNBytes(length));
      bound(message);
    }
  }

  private boolean expect(char wanted) throws IOException {
    int next = in.read();
    if (next >= 0 && next != wanted) {
      throw new IOException("byte " + next + " where a line break belongs");
    }
    return next >= 0;
  }

  private static void bound(ByteArrayOutputStream message) throws IOException {
    if (message.size() > LONGEST) {
      throw new IOException("message too long");
    }
  }

  void write(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    if (chunked) {
      out.write(("\n#" + bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.write("\n##\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      out.write(bytes);
      out.write(END.getBytes(StandardCharsets.US_ASCII));
    }
    out.flush();
  }

  /** The same, a byte after the other, so far apart. */
  void write(String message, Duration apart) throws IOException, InterruptedException {
    if (apart.isZero()) {
      write(message);
      return;
    }
    for (byte one : message.getBytes(StandardCharsets.UTF_8)) {
      out.write((chunked ? "\n#1\n" : "").getBytes(StandardCharsets.US_ASCII));
      out.write(one);
      out.flush();
      Thread.sleep(apart);
    }
    out.write((chunked ? "\n##\n" : END).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The same again and again, without an end between. */
  void writeForEver(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    byte[] head = (chunked ? "\n#" + bytes.length + "\n" : "").getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(head);
      out.write(bytes);
      out.flush();
    }
  }
}
