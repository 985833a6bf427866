package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestTest {

  private static final TftpSettings LIMITS = TftpSettings.STANDARD;

  @Test
  void nameModeAndOptions() {
    assertThat(parse(1, "pxelinux.0", "OcTeT", "BLKSIZE", "1408", "tsize", "0"))
        .isEqualTo(new Request.Read("pxelinux.0", Map.of("blksize", "1408", "tsize", "0")));
  }

  @Test
  void whatIsNotServedIsRefusedByItsReason() {
    assertThat(parse(2, "file", "octet")).isEqualTo(new Request.Refused(TftpError.READ_ONLY));
    assertThat(parse(1, "file", "netascii")).isEqualTo(new Request.Refused(TftpError.TRANSLATED));
    assertThat(parse(1, "file", "mail")).isEqualTo(new Request.Refused(TftpError.ILLEGAL));
    assertThat(parse(1, "file")).isEqualTo(new Request.Refused(TftpError.ILLEGAL));
    assertThat(parse(1, "", "octet")).isEqualTo(new Request.Refused(TftpError.NOT_FOUND));
    assertThat(parse(1, "x".repeat(256), "octet"))
        .isEqualTo(new Request.Refused(TftpError.NOT_FOUND));
    assertThat(parse(1, "new\nline", "octet")).isEqualTo(new Request.Refused(TftpError.ILLEGAL));
  }

  @Test
  void textWithoutAnEndIsIllegal() {
    byte[] packet = "\0\1file\0octet".getBytes(StandardCharsets.US_ASCII);
    assertThat(Request.parse(ByteBuffer.wrap(packet), LIMITS))
        .isEqualTo(new Request.Refused(TftpError.ILLEGAL));
  }

  @Test
  void whatIsNoRequestGetsNoAnswer() {
    assertThat(parse(3, "file", "octet")).isNull();
    assertThat(parse(5, "file", "octet")).isNull();
    assertThat(Request.parse(ByteBuffer.wrap(new byte[3]), LIMITS)).isNull();
    byte[] tooLong = Arrays.copyOf(new byte[] {0, 1}, 513);
    assertThat(Request.parse(ByteBuffer.wrap(tooLong), LIMITS)).isNull();
  }

  @Property
  void noPacketBreaksTheParser(@ForAll @Size(max = 600) byte[] bytes, @ForAll boolean read) {
    if (bytes.length > 1 && read) {
      bytes[0] = 0;
      bytes[1] = 1;
    }
    @Nullable Request request = Request.parse(ByteBuffer.wrap(bytes), LIMITS);
    if (request instanceof Request.Read(String name, Map<String, String> options)) {
      assertThat(name).matches("[ -~]{1,255}");
      assertThat(Agreement.on(options, 10, LIMITS).blockBytes()).isBetween(8, 65464);
    }
  }

  private static @Nullable Request parse(int code, String... texts) {
    ByteBuffer packet = ByteBuffer.allocate(1024).putShort((short) code);
    for (String text : texts) {
      packet.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
    return Request.parse(packet.flip(), LIMITS);
  }
}
