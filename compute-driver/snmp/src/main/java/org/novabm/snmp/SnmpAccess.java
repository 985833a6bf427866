package org.novabm.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Secret;
import org.snmp4j.fluent.TargetBuilder.AuthProtocol;
import org.snmp4j.fluent.TargetBuilder.PrivProtocol;
import org.snmp4j.smi.OID;

/**
 * What the configuration says of how devices are asked.
 *
 * @param authentication of SNMPv3 users; key {@code auth_protocol}: md5, sha, sha256 (the default),
 *     sha512
 * @param privacy of SNMPv3 users, null for none; key {@code privacy_protocol}: none, des, aes (the
 *     default), aes256
 * @param privacyPassword null when it is that of the authentication; key {@code
 *     privacy_password_file}
 * @param timeout of one request; key {@code timeout}, seconds, default 2
 * @param retries how often one is sent again; key {@code retries}, default 3
 * @param heap bytes that all devices' columns may have together; key {@code answers_heap_kib}, 256
 *     to 1048575, default 896
 */
public record SnmpAccess(
    OID authentication,
    @Nullable OID privacy,
    @Nullable Path privacyPassword,
    Duration timeout,
    int retries,
    int heap) {

  /**
   * Reads these keys; the caller reads its own and refuses others.
   *
   * @throws IllegalArgumentException naming the key that is wrong
   */
  public static SnmpAccess from(BackendSettings settings) {
    String file = settings.text("privacy_password_file", "");
    return new SnmpAccess(
        authentication(settings.text("auth_protocol", "sha256")),
        privacy(settings.text("privacy_protocol", "aes")),
        file.isEmpty() ? null : Path.of(file),
        settings.seconds("timeout", Duration.ofSeconds(2)),
        settings.number("retries", 3, 0, 10),
        settings.number("answers_heap_kib", 896, 256, (1 << 20) - 1) << 10);
  }

  private static OID authentication(String name) {
    return switch (name) {
      case "md5" -> AuthProtocol.md5.getProtocolID();
      case "sha" -> AuthProtocol.sha1.getProtocolID();
      case "sha256" -> AuthProtocol.hmac192sha256.getProtocolID();
      case "sha512" -> AuthProtocol.hmac384sha512.getProtocolID();
      default -> throw unknown("auth_protocol", name, "md5, sha, sha256 and sha512");
    };
  }

  private static @Nullable OID privacy(String name) {
    return switch (name) {
      case "none" -> null;
      case "des" -> PrivProtocol.des.getProtocolID();
      case "aes" -> PrivProtocol.aes128.getProtocolID();
      case "aes256" -> PrivProtocol.aes256.getProtocolID();
      default -> throw unknown("privacy_protocol", name, "none, des, aes and aes256");
    };
  }

  private static IllegalArgumentException unknown(String key, String value, String known) {
    return new IllegalArgumentException("%s = %s: known are %s".formatted(key, value, known));
  }

  /** The pass phrase of privacy, where the switch's own is that of authentication. */
  Secret privacyPassword(Secret own) throws IOException {
    return privacyPassword == null ? own : Secret.of(Files.readString(privacyPassword).strip());
  }
}
