package org.novabm.rack.bmc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One RMCP+ session on the BMC's side: the keys, and packets in and out. */
final class BmcSession {

  static final byte[] GUID = "novabm-simulated".getBytes(StandardCharsets.US_ASCII);

  /** Status codes of table 13-15. */
  private static final int UNAUTHORIZED_NAME = 0x0d;

  private static final int WRONG_CODE = 0x0f;
  private static final int ILLEGAL_PARAMETER = 0x12;

  private static final int HEADER = 12;
  private static final int RAKP1_FIXED = 28;

  private final int own;
  private final int console;
  private final Suite suite;
  private final BmcAccount account;
  private final Algorithms algorithms;
  private final SecretKey userKey;
  private final byte[] bmcRandom;
  private byte[] consoleRandom = new byte[16];
  private byte[] roleAndName = new byte[0];
  private @Nullable SecretKey integrityKey;
  private @Nullable SecretKey cipherKey;
  private int sequence;
  private long lastHeard = System.nanoTime();

  BmcSession(int own, int console, Suite suite, BmcAccount account, Algorithms algorithms) {
    this.own = own;
    this.console = console;
    this.suite = suite;
    this.account = account;
    this.algorithms = algorithms;
    this.userKey = Algorithms.key(suite, account.userKey());
    this.bmcRandom = algorithms.random();
  }

  int own() {
    return own;
  }

  int console() {
    return console;
  }

  boolean isOpen() {
    return integrityKey != null;
  }

  long quietNanos() {
    return System.nanoTime() - lastHeard;
  }

  /** RAKP 1 in, RAKP 2 out (sections 13.20 and 13.21). */
  byte[] rakp2(byte[] rakp1) {
    int tag = rakp1[0];
    if (rakp1.length < RAKP1_FIXED || rakp1.length < RAKP1_FIXED + (rakp1[27] & 0xff)) {
      return refused(tag, ILLEGAL_PARAMETER);
    }
    consoleRandom = Arrays.copyOfRange(rakp1, 8, 24);
    int nameLength = rakp1[27] & 0xff;
    byte[] name = Arrays.copyOfRange(rakp1, RAKP1_FIXED, RAKP1_FIXED + nameLength);
    roleAndName = new Bytes().one(rakp1[24]).one(nameLength).raw(name).done();
    if (!Arrays.equals(name, account.userBytes())) {
      return refused(tag, UNAUTHORIZED_NAME);
    }
    Bytes proof = new Bytes().four(console).four(own).raw(consoleRandom).raw(bmcRandom);
    byte[] code = algorithms.hmac(suite, userKey, proof.raw(GUID).raw(roleAndName).done());
    return new Bytes().all(tag, 0, 0, 0).four(console).raw(bmcRandom).raw(GUID).raw(code).done();
  }

  /**
   * RAKP 3 in, RAKP 4 out (sections 13.22 and 13.23); the session is open when the code was right.
   */
  byte[] rakp4(byte[] rakp3) {
    int tag = rakp3[0];
    byte[] proof = new Bytes().raw(bmcRandom).four(console).raw(roleAndName).done();
    byte[] expected = algorithms.hmac(suite, userKey, proof);
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(rakp3, 8, Math.max(8, rakp3.length)))) {
      return refused(tag, WRONG_CODE);
    }
    byte[] both = new Bytes().raw(consoleRandom).raw(bmcRandom).raw(roleAndName).done();
    SecretKey seed = Algorithms.key(suite, account.sessionSeed());
    SecretKey sessionKey = Algorithms.key(suite, algorithms.hmac(suite, seed, both));
    integrityKey = Algorithms.key(suite, algorithms.derived(suite, sessionKey, 1));
    cipherKey = Algorithms.cipherKey(algorithms.derived(suite, sessionKey, 2));
    byte[] last = new Bytes().raw(consoleRandom).four(own).raw(GUID).done();
    byte[] check = Arrays.copyOf(algorithms.hmac(suite, sessionKey, last), suite.codeLength());
    return new Bytes().all(tag, 0, 0, 0).four(console).raw(check).done();
  }

  /**
   * The plain payload of a packet from behind its RMCP header, or null when it is not ours to
   * believe.
   */
  byte @Nullable [] open(byte[] packet, int length) {
    SecretKey integrity = integrityKey;
    SecretKey secrecy = cipherKey;
    int signed = packet.length - suite.codeLength();
    if (integrity == null || secrecy == null || signed < HEADER + length + 2) {
      return null;
    }
    byte[] code = algorithms.hmac(suite, integrity, packet, 0, signed);
    byte[] claimed = Arrays.copyOfRange(packet, signed, packet.length);
    if (!MessageDigest.isEqual(claimed, Arrays.copyOf(code, suite.codeLength()))) {
      return null;
    }
    lastHeard = System.nanoTime();
    try {
      return algorithms.decrypt(secrecy, packet, HEADER, length);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The numbers of further packets are far from those before. */
  void skipSequence() {
    sequence += 1000;
  }

  /** A packet, behind its RMCP header, that carries a payload of that type to the console. */
  byte[] seal(int payloadType, byte[] payload) {
    SecretKey integrity = integrityKey;
    SecretKey secrecy = cipherKey;
    if (integrity == null || secrecy == null) {
      throw new IllegalStateException("the session is not open");
    }
    byte[] hidden = algorithms.encrypt(secrecy, payload);
    int pad = (4 - (HEADER + hidden.length + 2) % 4) % 4;
    int signed = HEADER + hidden.length + pad + 2;
    byte[] packet = new byte[signed + suite.codeLength()];
    ByteBuffer out = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x06).put((byte) (0xc0 | payloadType)).putInt(console).putInt(++sequence);
    out.putShort((short) hidden.length).put(hidden);
    for (int i = 0; i < pad; i++) {
      out.put((byte) 0xff);
    }
    out.put((byte) pad).put((byte) 0x07);
    out.put(algorithms.hmac(suite, integrity, packet, 0, signed), 0, suite.codeLength());
    return packet;
  }

  private byte[] refused(int tag, int status) {
    return new Bytes().all(tag, status, 0, 0).four(console).done();
  }
}
