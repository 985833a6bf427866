package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The codes and keys that both sides of a RAKP exchange reckon from the password and the first two
 * messages (IPMI 2.0, sections 13.28 to 13.32). The user's key stands in for the BMC's own (K_G),
 * as the specification has it for a BMC without one.
 */
public final class KeyExchange {

  /** The same for SHA-256, whose codes are longer; ipmitool and FreeIPMI agree on that. */
  private static final int CONSTANT_SIZE = 20;

  private final AuthenticationAlgorithm algorithm;
  private final SecretKey userKey;
  private final SecretKey bmcKey;
  private final Rakp1 first;
  private final Rakp2 second;

  private @Nullable SecretKey sessionKey;

  public KeyExchange(
      AuthenticationAlgorithm algorithm,
      SharedKey user,
      @Nullable SharedKey bmc,
      Rakp1 first,
      Rakp2 second) {
    this.algorithm = algorithm;
    this.userKey = user.secretKey(algorithm);
    this.bmcKey = bmc == null ? userKey : bmc.secretKey(algorithm);
    this.first = first;
    this.second = second;
  }

  /** The BMC's proof, in RAKP message 2. */
  public Octets rakp2Code() {
    ByteBuffer input = SetupPacket.buffer(128);
    input.putInt(second.consoleSession()).putInt(first.bmcSession());
    first.random().putTo(input);
    second.random().putTo(input);
    second.guid().putTo(input);
    first.putIdentity(input.put((byte) first.role()));
    return Octets.owning(code(userKey, input));
  }

  /** The console's proof, in RAKP message 3. */
  public Octets rakp3Code() {
    ByteBuffer input = SetupPacket.buffer(128);
    second.random().putTo(input);
    input.putInt(second.consoleSession());
    first.putIdentity(input.put((byte) first.role()));
    return Octets.owning(code(userKey, input));
  }

  /** The BMC's proof that it has the same session key, in RAKP message 4. */
  public Octets rakp4Code() {
    ByteBuffer input = SetupPacket.buffer(128);
    first.random().putTo(input);
    input.putInt(first.bmcSession());
    second.guid().putTo(input);
    byte[] code = code(sessionKey(), input);
    return Octets.owning(Arrays.copyOf(code, algorithm.finalCodeSize()));
  }

  /** K1, for the integrity of the packets. */
  SecretKey integrityKey(IntegrityAlgorithm integrity) {
    return new SecretKeySpec(derived(1), integrity.macName());
  }

  /** The first 16 bytes of K2, for AES-128. */
  SecretKey encryptionKey() {
    return new SecretKeySpec(derived(2), 0, 16, "AES");
  }

  private byte[] derived(int number) {
    byte[] constant = new byte[CONSTANT_SIZE];
    Arrays.fill(constant, (byte) number);
    return code(sessionKey(), ByteBuffer.wrap(constant).position(constant.length));
  }

  private SecretKey sessionKey() {
    SecretKey known = sessionKey;
    if (known == null) {
      known = madeSessionKey();
      sessionKey = known;
    }
    return known;
  }

  private SecretKey madeSessionKey() {
    ByteBuffer input = SetupPacket.buffer(128);
    first.random().putTo(input);
    second.random().putTo(input);
    first.putIdentity(input.put((byte) first.role()));
    return new SecretKeySpec(code(bmcKey, input), algorithm.macName());
  }

  private byte[] code(SecretKey key, ByteBuffer input) {
    byte[] bytes = new byte[input.flip().remaining()];
    input.get(bytes);
    return Engine.call(engine -> engine.mac(algorithm.macName(), key, bytes, 0, bytes.length));
  }
}
