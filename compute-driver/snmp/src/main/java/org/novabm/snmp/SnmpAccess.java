package org.novabm.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;
import org.novabm.spi.settings.Setting;
import org.snmp4j.smi.OID;

/** What the configuration says of how devices are asked; a part of a back end's settings. */
public record SnmpAccess(
    @Setting(value = "Authentication of SNMPv3 users.", byDefault = "sha256")
        SnmpAuthentication authProtocol,
    @Setting(value = "Privacy of SNMPv3 users.", byDefault = "aes") SnmpPrivacy privacyProtocol,
    @Setting("File with the pass phrase of privacy, where it is another than authentication's.")
        @Nullable Path privacyPasswordFile,
    @Setting(value = "Until a request is sent again.", byDefault = "2") Duration timeout,
    @Setting(value = "How often a request is sent again.", byDefault = "3", most = 10) int retries,
    @Setting(
            value = "What all devices' columns may have of the heap at one time.",
            byDefault = "896",
            least = 256,
            most = (1 << 20) - 1,
            unit = "KiB")
        int answersHeapKib) {

  OID authentication() {
    return authProtocol.id();
  }

  /** Null for none. */
  @Nullable OID privacy() {
    return privacyProtocol.id();
  }

  /** Bytes that all devices' columns may have together. */
  public int heap() {
    return answersHeapKib << 10;
  }

  /** The pass phrase of privacy, where the switch's own is that of authentication. */
  Secret privacyPassword(Secret own) throws IOException {
    return privacyPasswordFile == null
        ? own
        : Secret.of(Files.readString(privacyPasswordFile).strip());
  }
}
