package org.novabm.power.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.novabm.spi.Secret;

/**
 * A session of ipmitool 1.8.19 with ipmi_sim 2.0.33, as {@code ipmitool -vvvvv -I lanplus -C 3 raw
 * 0 1} printed it. User admin, password secret.
 */
class IpmitoolTraceTest {

  private static final byte[] OPEN_SESSION_REQUEST =
      hex(
          "0600ff07061000000000000000002000 00000000a4a3a2a0 0000000801000000"
              + "0100000801000000 0200000801000000");
  private static final byte[] OPEN_SESSION_RESPONSE =
      hex(
          "0600ff07061100000000000000002400 00000000a4a3a2a0 82060000 0000000801000000"
              + "0100000801000000 0200000801000000");
  private static final byte[] RAKP_1 =
      hex(
          "0600ff07061200000000000000002100 00000000 82060000"
              + "19486ab82c29c17cd355c013793c8cd4 14 0000 05 61646d696e");
  private static final byte[] RAKP_2 =
      hex(
          "0600ff07061300000000000000003c00 00000000 a4a3a2a0"
              + "44d871ed5a2455f4d1574fd4dadbeb22 a0000000000000000000000000000001"
              + "1f59662745e45dd2f9cda5e319d5c9bc5ca56b38");
  private static final byte[] RAKP_3 =
      hex(
          "0600ff07061400000000000000001c00 00000000 82060000"
              + "047584446e193c6d831289498a0f1c170c2dd7ce");
  private static final byte[] RAKP_4 =
      hex("0600ff07061500000000000000001400 00000000 a4a3a2a0 a1d966c19daf0f49bbcfbc4b");
  private static final byte[] PRIVILEGE_REQUEST =
      hex(
          "0600ff0706c0 82060000 03000000 2000 31901a4fc0f7492d69a4a9c8b5e06095"
              + "e764737e34915febf1c06508331669be ffff0207 97fa736e439e907560442daa");
  private static final byte[] PRIVILEGE_RESPONSE =
      hex(
          "0600ff0706c0 a4a3a2a0 01000000 2000 44750258d39431095986aa378eaeab4a"
              + "d08b5bbcdb22084b6cc9f389cded5e6b ffff0207 5fc55bd9a3bfe735c0cadd98");
  private static final int CONSOLE_SESSION = 0xa0a2a3a4;
  private static final int BMC_SESSION = 0x00000682;

  @Test
  void theSetupPacketsAreReadAndWrittenAlike() throws MalformedPacketException {
    assertThat(OpenSessionRequest.parse(OPEN_SESSION_REQUEST).encode())
        .isEqualTo(OPEN_SESSION_REQUEST);
    assertThat(OpenSessionResponse.parse(OPEN_SESSION_RESPONSE).encode())
        .isEqualTo(OPEN_SESSION_RESPONSE);
    assertThat(Rakp1.parse(RAKP_1).encode()).isEqualTo(RAKP_1);
    assertThat(Rakp2.parse(RAKP_2).encode()).isEqualTo(RAKP_2);
    assertThat(Rakp3.parse(RAKP_3).encode()).isEqualTo(RAKP_3);
    assertThat(Rakp4.parse(RAKP_4).encode()).isEqualTo(RAKP_4);
  }

  @Test
  void theSessionIdsAreFound() throws MalformedPacketException {
    assertThat(OpenSessionResponse.parse(OPEN_SESSION_RESPONSE).bmcSession())
        .isEqualTo(BMC_SESSION);
    assertThat(SessionHeader.consoleSession(OPEN_SESSION_RESPONSE)).hasValue(CONSOLE_SESSION);
    assertThat(SessionHeader.consoleSession(RAKP_2)).hasValue(CONSOLE_SESSION);
    assertThat(SessionHeader.consoleSession(RAKP_4)).hasValue(CONSOLE_SESSION);
    assertThat(SessionHeader.consoleSession(PRIVILEGE_RESPONSE)).hasValue(CONSOLE_SESSION);
  }

  @Test
  void theCodesAreThoseOfIpmitool() throws MalformedPacketException {
    KeyExchange keys = keys();
    assertThat(keys.rakp2Code()).isEqualTo(Rakp2.parse(RAKP_2).code());
    assertThat(keys.rakp3Code()).isEqualTo(Rakp3.parse(RAKP_3).code());
    assertThat(keys.rakp4Code()).isEqualTo(Rakp4.parse(RAKP_4).code());
  }

  @Test
  void theSealedPacketsOpen() throws MalformedPacketException {
    SealedPackets sealed = sealed();
    assertThat(sealed.authentic(PRIVILEGE_REQUEST)).isTrue();
    IpmiRequest request = IpmiRequest.parse(sealed.open(PRIVILEGE_REQUEST));
    assertThat(request).isEqualTo(new IpmiRequest(6, 0x3B, 1, Octets.of(4)));
    assertThat(sealed.authentic(PRIVILEGE_RESPONSE)).isTrue();
    IpmiResponse response = IpmiResponse.parse(sealed.open(PRIVILEGE_RESPONSE));
    assertThat(response).isEqualTo(new IpmiResponse(7, 0x3B, 1, CompletionCode.DONE, Octets.of(4)));
    assertThat(response.answers(request)).isTrue();
  }

  @Test
  void noBitOfASealedPacketCanBeChanged() throws MalformedPacketException {
    SealedPackets sealed = sealed();
    for (int bit = 8 * SessionHeader.RMCP_SIZE; bit < 8 * PRIVILEGE_RESPONSE.length; bit++) {
      byte[] changed = PRIVILEGE_RESPONSE.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(sealed.authentic(changed)).as("with bit %d changed", bit).isFalse();
    }
  }

  private static KeyExchange keys() throws MalformedPacketException {
    return new KeyExchange(
        AuthenticationAlgorithm.RAKP_HMAC_SHA1,
        SharedKey.of(Secret.of("secret")),
        null,
        Rakp1.parse(RAKP_1),
        Rakp2.parse(RAKP_2));
  }

  private static SealedPackets sealed() throws MalformedPacketException {
    return new SealedPackets(CipherSuite.SUITE_3, keys(), new SecureRandom());
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
