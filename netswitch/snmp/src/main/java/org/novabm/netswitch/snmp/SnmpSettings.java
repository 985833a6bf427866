package org.novabm.netswitch.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Secret;
import org.snmp4j.fluent.TargetBuilder.AuthProtocol;
import org.snmp4j.fluent.TargetBuilder.PrivProtocol;
import org.snmp4j.smi.OID;

/**
 * What the configuration says of SNMP switches.
 *
 * @param authentication of SNMPv3 users
 * @param privacy of SNMPv3 users; null for none
 * @param privacyPassword null when it is that of the authentication
 * @param uplinks ports that carry every VLAN that is attached
 * @param timeout of one request
 * @param retries how often one is sent again
 * @param proofPatience how long a switch may take to do what it has taken
 */
record SnmpSettings(
    OID authentication,
    @Nullable OID privacy,
    @Nullable Path privacyPassword,
    Set<String> uplinks,
    Duration timeout,
    int retries,
    Duration proofPatience) {

  static final SnmpSettings STANDARD = from(BackendSettings.none("netswitch:snmp"));

  static SnmpSettings from(BackendSettings settings) {
    String file = settings.text("privacy_password_file", "");
    SnmpSettings read =
        new SnmpSettings(
            authentication(settings.text("auth_protocol", "sha256")),
            privacy(settings.text("privacy_protocol", "aes")),
            file.isEmpty() ? null : Path.of(file),
            Arrays.stream(settings.text("uplinks", "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet()),
            settings.seconds("timeout", Duration.ofSeconds(2)),
            settings.number("retries", 3, 0, 10),
            settings.seconds("proof_timeout", Duration.ofSeconds(10)));
    settings.refuseOthers();
    return read;
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
    return new IllegalArgumentException(
        "[netswitch:snmp] %s = %s: known are %s".formatted(key, value, known));
  }

  /** The pass phrase of privacy, where the switch's own is that of authentication. */
  Secret privacyPassword(Secret own) throws IOException {
    return privacyPassword == null ? own : Secret.of(Files.readString(privacyPassword).strip());
  }
}
