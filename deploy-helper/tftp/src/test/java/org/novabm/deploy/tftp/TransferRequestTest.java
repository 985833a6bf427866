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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferRequestTest {

  private static final TftpSettings LIMITS = TftpSettings.STANDARD;

  @Test
  void nameModeAndOptions() {
    assertThat(parse(1, "pxelinux.0", "OcTeT", "BLKSIZE", "1408", "tsize", "0"))
        .isEqualTo(new TransferRequest.Read("pxelinux.0", Map.of("blksize", "1408", "tsize", "0")));
  }

  @Test
  void whatIsNotServedIsRefusedByItsReason() {
    assertThat(parse(2, "file", "octet")).isEqualTo(refused("file", TftpError.READ_ONLY));
    assertThat(parse(1, "file", "netascii")).isEqualTo(refused("file", TftpError.TRANSLATED));
    assertThat(parse(1, "file", "mail")).isEqualTo(refused("file", TftpError.ILLEGAL));
    assertThat(parse(1, "file")).isEqualTo(refused("file", TftpError.ILLEGAL));
    assertThat(parse(1, "", "octet")).isEqualTo(refused("", TftpError.NOT_FOUND));
    assertThat(parse(1, "x".repeat(256), "octet"))
        .isEqualTo(refused("x".repeat(100), TftpError.NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boot/pxelinux.0\u00ff",
        "boot/pxelinux.0\u00ff\u00ff",
        "boot/pxelinux.0  ",
        "boot/pxelinux.0\r\n",
        "boot/pxelinux.0 \u00ff",
        "/boot/pxelinux.0",
        "//boot/pxelinux.0",
        "./boot/pxelinux.0",
        "/./boot//./pxelinux.0",
        "boot\\pxelinux.0",
        "\\boot\\\\pxelinux.0"
      })
  void oddFirmwareMeansTheFileAllTheSame(String name) {
    assertThat(parse(1, name, "octet"))
        .isEqualTo(new TransferRequest.Read("boot/pxelinux.0", Map.of()));
  }

  @Test
  void whatCannotBeANameIsNotFoundAndShown() {
    assertThat(parse(1, "new\nline", "octet"))
        .isEqualTo(refused("new\\x0aline", TftpError.NOT_FOUND));
    assertThat(parse(1, "\u00ff", "octet")).isEqualTo(refused("\\xff", TftpError.NOT_FOUND));
    assertThat(parse(1, "/", "octet")).isEqualTo(refused("/", TftpError.NOT_FOUND));
  }

  @Test
  void aNameMayLeadUpwards() {
    assertThat(parse(1, "a/../../b", "octet"))
        .isEqualTo(new TransferRequest.Read("a/../../b", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file\0octet\0blksize\0001408\0",
        "file\0octet\0blksize\0001408\0\0",
        "file\0octet\0blksize\0001408\0\u00ff\u0001",
        "file\0\0octet\0\0blksize\0001408\0",
        "file\0octet\u00ff\0blksize\0001408\0",
        "file\0octet\0blksize\0001408\0tsize\0\u00ff\0"
      })
  void bytesThatSayNothingAreLeftOut(String request) {
    assertThat(parseText("\0\1" + request))
        .isEqualTo(new TransferRequest.Read("file", Map.of("blksize", "1408")));
  }

  @Test
  void aModeWithoutAnEndIsIllegal() {
    assertThat(parseText("\0\1file\0octet")).isEqualTo(refused("file", TftpError.ILLEGAL));
    assertThat(parseText("\0\1file")).isEqualTo(refused("", TftpError.ILLEGAL));
  }

  @Test
  void whatIsNoRequestGetsNoAnswer() {
    assertThat(parse(3, "file", "octet")).isNull();
    assertThat(parse(5, "file", "octet")).isNull();
    assertThat(TransferRequest.parse(ByteBuffer.wrap(new byte[3]), LIMITS)).isNull();
    byte[] tooLong = Arrays.copyOf(new byte[] {0, 1}, 513);
    assertThat(TransferRequest.parse(ByteBuffer.wrap(tooLong), LIMITS)).isNull();
  }

  @Property
  void noPacketBreaksTheParser(@ForAll @Size(max = 600) byte[] bytes, @ForAll boolean read) {
    if (bytes.length > 1 && read) {
      bytes[0] = 0;
      bytes[1] = 1;
    }
    @Nullable TransferRequest request = TransferRequest.parse(ByteBuffer.wrap(bytes), LIMITS);
    if (request instanceof TransferRequest.Read(String name, Map<String, String> options)) {
      assertThat(name).matches("[ -~&&[^\\\\]]{1,255}").doesNotStartWith("/");
      assertThat(Agreement.on(options, 10, LIMITS).blockBytes()).isBetween(8, 65464);
    }
  }

  private static TransferRequest refused(String name, TftpError error) {
    return new TransferRequest.Refused("'" + name + "'", error);
  }

  private static @Nullable TransferRequest parse(int code, String... texts) {
    return parseText("\0" + (char) code + String.join("\0", texts) + "\0");
  }

  /** A byte for each character. */
  private static @Nullable TransferRequest parseText(String packet) {
    return TransferRequest.parse(
        ByteBuffer.wrap(packet.getBytes(StandardCharsets.ISO_8859_1)), LIMITS);
  }
}
