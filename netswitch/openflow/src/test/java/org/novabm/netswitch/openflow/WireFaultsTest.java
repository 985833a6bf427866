package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;

/** Callers that are no switches, or bad ones. */
class WireFaultsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String HELLO_13 = "0400000800000001";
  private static final String FEATURES_OF_1 =
      "04060020%s"
          + "0000000000000001"
          + "00000000"
          + "02"
          + "00"
          + "0000"
          + "00000000"
          + "00000000";

  private OpenFlowProvider provider;
  private Socket caller;
  private DataInputStream answers;

  @BeforeEach
  void call() throws IOException {
    provider = ControlledSwitch.provider(0, Map.of());
    provider.open(Endpoint.parse("0x1", "", Secret.EMPTY));
    caller = new Socket(InetAddress.getLoopbackAddress(), provider.port());
    caller.setSoTimeout(30_000);
    answers = new DataInputStream(caller.getInputStream());
  }

  @AfterEach
  void hangUp() throws IOException {
    caller.close();
    provider.close();
  }

  private void say(String hex) throws IOException {
    caller.getOutputStream().write(HEX.parseHex(hex));
  }

  /** The next message, in hexadecimal digits. */
  private String hear() throws IOException {
    byte[] header = answers.readNBytes(8);
    int length = header.length < 8 ? 8 : ((header[2] & 0xff) << 8) | (header[3] & 0xff);
    return HEX.formatHex(header) + HEX.formatHex(answers.readNBytes(length - 8));
  }

  @Test
  void weOfferBothVersions() throws IOException {
    assertThat(hear()).isEqualTo("0400001000000000" + "0001000800000012");
  }

  @ParameterizedTest
  @CsvSource({
    "474554202f20485454502f312e31,    an HTTP client",
    "0400000400000001,                a length below that of the header",
    "0400000000000001,                a length of nothing",
    "040a000800000001,                another message before the greeting",
  })
  void whoIsNoSwitchIsHungUpOn(String bytes, String what) throws IOException {
    hear();
    say(bytes);
    String last = hear();
    while (!last.isEmpty()) {
      assertThat(last.substring(2, 4)).as(what).isEqualTo("01");
      last = hear();
    }
  }

  @Test
  void aSwitchOfNoVersionOfOursIsToldSo() throws IOException {
    hear();
    say("0500001000000001" + "0001000800000024");
    // HELLO_FAILED, INCOMPATIBLE
    assertThat(hear()).isEqualTo("0401000c" + "00000000" + "00000000");
    assertThat(hear()).isEmpty();
  }

  @Test
  void aMessageOfAnotherVersionThanAgreedEndsIt() throws IOException {
    hear();
    say(HELLO_13);
    assertThat(hear()).startsWith("0405");
    say("0102000800000009");
    assertThat(hear()).isEmpty();
  }

  @Test
  void aBodyThatCannotBeReadIsAnErrorAndNotTheEnd() throws IOException {
    hear();
    say(HELLO_13);
    String request = hear();
    // an experimenter's message of nobody's
    say("0404001000000077" + "deadbeef00000001");
    say(FEATURES_OF_1.formatted(request.substring(8, 16)));
    assertThat(hear()).startsWith("0412");
  }

  @Test
  void anEchoIsAnswered() throws IOException {
    hear();
    say(HELLO_13);
    hear();
    say("0402000c00000042" + "01020304");
    assertThat(hear()).isEqualTo("0403000c00000042" + "01020304");
  }

  @Test
  void aSwitchThatStopsInTheMiddleOfAMessageIsNoSwitchYet() throws IOException {
    hear();
    say(HELLO_13);
    String request = hear();
    say(FEATURES_OF_1.formatted(request.substring(8, 16)).substring(0, 30));
    assertThatThrownBy(
            () ->
                provider
                    .open(Endpoint.parse("0x1", "", Secret.EMPTY))
                    .read(new PortName("tap1"), Duration.ofMillis(300)))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("the switch is not connected; its controller must be tcp:");
  }
}
