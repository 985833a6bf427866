package org.novabm.rack.simulated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One RMCP+ session on the BMC's side: the keys, and packets in and out. */
final class BmcSession {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] GUID =
      "novabm-simulated".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final int own;
  private final int console;
  private final byte[] user;
  private final byte[] userKey;
  private final byte[] bmcRandom = random();
  private byte[] consoleRandom = new byte[16];
  private byte[] roleAndName = new byte[0];
  private byte @Nullable [] k1;
  private byte @Nullable [] k2;
  private int sequence;

  BmcSession(int own, int console, byte[] user, byte[] password) {
    this.own = own;
    this.console = console;
    this.user = user;
    this.userKey = RmcpPlus.key(password);
  }

  int console() {
    return console;
  }

  boolean isOpen() {
    return k1 != null;
  }

  /** RAKP 1 in, RAKP 2 out (sections 13.20 and 13.21). */
  byte[] rakp2(byte[] rakp1) {
    ByteBuffer in = ByteBuffer.wrap(rakp1).order(ByteOrder.LITTLE_ENDIAN);
    int tag = in.get(0);
    if (rakp1.length < 28 || rakp1.length < 28 + (rakp1[27] & 0xff)) {
      return refused(tag, 0x12);
    }
    consoleRandom = Arrays.copyOfRange(rakp1, 8, 24);
    int nameLength = rakp1[27] & 0xff;
    byte[] name = Arrays.copyOfRange(rakp1, 28, 28 + nameLength);
    roleAndName = new Bytes().one(rakp1[24]).one(nameLength).raw(name).done();
    if (!Arrays.equals(name, user)) {
      return refused(tag, 0x0d);
    }
    byte[] code =
        RmcpPlus.hmac(
            userKey,
            new Bytes()
                .four(console)
                .four(own)
                .raw(consoleRandom)
                .raw(bmcRandom)
                .raw(GUID)
                .raw(roleAndName)
                .done());
    return new Bytes().all(tag, 0, 0, 0).four(console).raw(bmcRandom).raw(GUID).raw(code).done();
  }

  /**
   * RAKP 3 in, RAKP 4 out (sections 13.22 and 13.23); the session is open when the code was right.
   */
  byte[] rakp4(byte[] rakp3) {
    int tag = rakp3[0];
    byte[] expected =
        RmcpPlus.hmac(userKey, new Bytes().raw(bmcRandom).four(console).raw(roleAndName).done());
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(rakp3, 8, Math.max(8, rakp3.length)))) {
      return refused(tag, 0x0f);
    }
    byte[] sessionKey =
        RmcpPlus.hmac(
            userKey, new Bytes().raw(consoleRandom).raw(bmcRandom).raw(roleAndName).done());
    k1 = RmcpPlus.derived(sessionKey, 1);
    k2 = RmcpPlus.derived(sessionKey, 2);
    byte[] check =
        RmcpPlus.code(sessionKey, new Bytes().raw(consoleRandom).four(own).raw(GUID).done());
    return new Bytes().all(tag, 0, 0, 0).four(console).raw(check).done();
  }

  /**
   * The plain payload of a packet from behind its RMCP header, or null when it is not ours to
   * believe.
   */
  byte @Nullable [] open(byte[] packet, int length) {
    byte[] integrity = k1;
    byte[] secrecy = k2;
    int end = 12 + length;
    if (integrity == null || secrecy == null || packet.length < end + 2 + RmcpPlus.CODE_LENGTH) {
      return null;
    }
    int signed = packet.length - RmcpPlus.CODE_LENGTH;
    byte[] code = Arrays.copyOfRange(packet, signed, packet.length);
    if (!MessageDigest.isEqual(code, RmcpPlus.code(integrity, Arrays.copyOf(packet, signed)))) {
      return null;
    }
    try {
      return RmcpPlus.decrypt(secrecy, Arrays.copyOfRange(packet, 12, end));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A packet, behind its RMCP header, that carries the payload to the console. */
  byte[] seal(byte[] payload) {
    byte[] integrity = k1;
    byte[] secrecy = k2;
    if (integrity == null || secrecy == null) {
      throw new IllegalStateException("the session is not open");
    }
    byte[] hidden = RmcpPlus.encrypt(secrecy, random(), payload);
    Bytes packet =
        new Bytes()
            .one(0x06)
            .one(0xc0)
            .four(console)
            .four(++sequence)
            .two(hidden.length)
            .raw(hidden);
    int pad = (4 - (packet.size() + 2) % 4) % 4;
    for (int i = 0; i < pad; i++) {
      packet.one(0xff);
    }
    byte[] signed = packet.one(pad).one(0x07).done();
    return new Bytes().raw(signed).raw(RmcpPlus.code(integrity, signed)).done();
  }

  private byte[] refused(int tag, int status) {
    return new Bytes().all(tag, status, 0, 0).four(console).done();
  }

  private static byte[] random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
