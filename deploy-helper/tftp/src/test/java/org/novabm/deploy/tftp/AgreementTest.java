package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final TftpSettings LIMITS =
      new TftpSettings(
          9,
          9,
          255,
          1468,
          16,
          Duration.ofSeconds(1),
          3,
          3,
          Duration.ofSeconds(5),
          4 << 20,
          Duration.ofHours(1));

  @Test
  void withoutOptionsItIsPlainTftp() {
    Agreement plain = Agreement.on(Map.of(), 7, LIMITS);
    assertThat(plain).isEqualTo(new Agreement(512, 1, Duration.ofSeconds(1), Map.of()));
  }

  @Test
  void theSmallerWishCounts() {
    Agreement agreed =
        Agreement.on(Map.of("blksize", "9000", "windowsize", "64", "timeout", "3"), 7, LIMITS);
    assertThat(agreed.blockBytes()).isEqualTo(1468);
    assertThat(agreed.windowBlocks()).isEqualTo(16);
    assertThat(agreed.retransmitAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(agreed.options())
        .isEqualTo(Map.of("blksize", "1468", "windowsize", "16", "timeout", "3"));
  }

  @Test
  void aWindowIsNoMoreThanAClientsSocketTakes() {
    Map<String, String> asked = Map.of("blksize", "65464", "windowsize", "64");
    assertThat(Agreement.on(asked, 7, TftpSettings.STANDARD).windowBlocks()).isEqualTo(2);
  }

  @Test
  void wrongValuesAndUnknownOptionsAreLeftOut() {
    Map<String, String> asked =
        Map.of(
            "blksize",
            "7",
            "windowsize",
            "0",
            "timeout",
            "256",
            "multicast",
            "",
            "x",
            "1",
            "tsize",
            "0");
    assertThat(Agreement.on(asked, 7, LIMITS).options()).isEqualTo(Map.of("tsize", "7"));
    for (String value : new String[] {"", "-1", "1e3", "99999", "999999", " 512", "0x200"}) {
      assertThat(Agreement.on(Map.of("blksize", value), 7, LIMITS).options()).isEmpty();
    }
  }

  @Test
  void theAnswerNamesTheOptionsInTheOrderTheyCame() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("tsize", "0");
    asked.put("blksize", "1024");
    byte[] packet = Agreement.on(asked, 123456, LIMITS).packet().array();
    assertThat(new String(packet, StandardCharsets.US_ASCII))
        .isEqualTo("\0\6tsize\000123456\0blksize\0001024\0");
  }
}
