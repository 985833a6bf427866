package org.novabm.netswitch.junos;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;

/**
 * What the configuration says of Junos switches.
 *
 * @param knownHosts host keys in OpenSSH's form
 * @param hostKeys what is done with others
 * @param identity a private key in OpenSSH's or PEM form; null for passwords alone
 * @param sha1 key exchange and host keys with SHA-1 are taken where a switch has no others
 * @param quarantine the VLAN of idle ports; null shuts them
 * @param confirmMinutes until an unconfirmed commit rolls back
 * @param lockPatience how long a lock of somebody else is waited for
 * @param proofPatience how long the ports may take to follow a commit
 * @param longestAnswer bytes of one; key {@code answer_kib}, 64 to 65536, 4096
 * @param heap bytes that all switches' answers may have together, as received and as trees; key
 *     {@code answers_heap_kib}, 1024 to 1048575, 7168
 * @param traces folder for what was said, secrets taken out; null keeps nothing
 */
record JunosSettings(
    Path knownHosts,
    HostKeyPolicy hostKeys,
    @Nullable Path identity,
    boolean sha1,
    @Nullable VlanId quarantine,
    int confirmMinutes,
    Duration lockPatience,
    Duration proofPatience,
    int longestAnswer,
    int heap,
    @Nullable Path traces) {

  static final JunosSettings STANDARD = from(BackendSettings.none("netswitch:junos"));

  static JunosSettings from(BackendSettings settings) {
    int quarantine = settings.number("quarantine_vlan", 0, 0, 4094);
    JunosSettings read =
        new JunosSettings(
            settings.path(
                "known_hosts", Path.of(System.getProperty("user.home"), ".ssh", "known_hosts")),
            HostKeyPolicy.from(settings),
            optional(settings.text("identity_file", "")),
            settings.flag("weak_ssh", false),
            quarantine == 0 ? null : new VlanId(quarantine),
            settings.number("confirm_timeout", 2, 1, 60),
            settings.seconds("lock_timeout", Duration.ofSeconds(30)),
            settings.seconds("proof_timeout", Duration.ofSeconds(15)),
            settings.number("answer_kib", 4096, 64, 65536) << 10,
            settings.number("answers_heap_kib", 7168, 1024, (1 << 20) - 1) << 10,
            optional(settings.text("trace_dir", "")));
    settings.refuseOthers();
    return read;
  }

  private static @Nullable Path optional(String text) {
    return text.isEmpty() ? null : Path.of(text);
  }
}
