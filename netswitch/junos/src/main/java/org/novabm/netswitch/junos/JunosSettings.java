package org.novabm.netswitch.junos;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.settings.Setting;

/** What the configuration says of Junos switches, in group {@code [netswitch:junos]}. */
record JunosSettings(
    @Setting(value = "Host keys, in OpenSSH's form.", byDefault = "~/.ssh/known_hosts")
        Path knownHosts,
    @Setting(
            value =
                "What is done with a switch whose key is not there: strict refuses it, accept-new"
                    + " writes down the key of the first contact.",
            key = "host_key_policy",
            byDefault = "strict")
        HostKeyPolicy hostKeys,
    @Setting(
            value = "Private key in OpenSSH's or PEM form, beside or instead of the password.",
            key = "identity_file")
        @Nullable Path identity,
    @Setting(
            value =
                "Also take diffie-hellman-group14-sha1 and ssh-rsa, where a switch has no better;"
                    + " both are weak: whoever can forge SHA-1 can pose as the switch and gets its"
                    + " password.",
            key = "weak_ssh",
            byDefault = "false")
        boolean sha1,
    @Setting(value = "VLAN of idle ports; 0 disables them instead.", byDefault = "0", most = 4094)
        int quarantineVlan,
    @Setting(
            value = "Until an unconfirmed commit rolls back.",
            key = "confirm_timeout",
            byDefault = "2",
            least = 1,
            most = 60,
            unit = "minutes")
        int confirmMinutes,
    @Setting(
            value = "How long another's lock is waited for.",
            key = "lock_timeout",
            byDefault = "30")
        Duration lockPatience,
    @Setting(
            value = "In which ports must follow a commit.",
            key = "proof_timeout",
            byDefault = "15")
        Duration proofPatience,
    @Setting(
            value = "Longest answer of a switch.",
            byDefault = "4096",
            least = 64,
            most = 65_536,
            unit = "KiB")
        int answerKib,
    @Setting(
            value =
                "What all switches' answers may have of the heap at one time, as received and as"
                    + " trees; 2,200 learned addresses in one answer take it all.",
            byDefault = "7168",
            least = 1024,
            most = (1 << 20) - 1,
            unit = "KiB")
        int answersHeapKib,
    @Setting(
            value = "Folder for what is said with switches, passwords and keys taken out.",
            key = "trace_dir")
        @Nullable Path traces) {

  static final JunosSettings STANDARD =
      BackendSettings.none("netswitch:junos").as(JunosSettings.class);

  /** The VLAN of idle ports; null shuts them. */
  @Nullable VlanId quarantine() {
    return quarantineVlan == 0 ? null : new VlanId(quarantineVlan);
  }

  /** Bytes of one. */
  int longestAnswer() {
    return answerKib << 10;
  }

  /** Bytes that all switches' answers may have together. */
  int heap() {
    return answersHeapKib << 10;
  }
}
