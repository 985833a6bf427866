package org.novabm.power.redfish;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;

/**
 * Settings of group {@code [power:redfish]}.
 *
 * @param verify BMCs must show a certificate that is trusted and theirs; key {@code verify_ca}:
 *     true (the default), false, or a file
 * @param authorities PEM file with the certificates that are trusted, null for those of this
 *     machine's Java; key {@code verify_ca}
 * @param timeout of one request and its whole answer; key {@code timeout}, seconds, default 10
 * @param poll between two readings while a change is waited for; key {@code poll_seconds}, default
 *     1
 * @param cycleShowsOff how long a machine may take to show "off" in a restart; key {@code
 *     cycle_off_seconds}, default 5
 * @param longestAnswer bytes of one; key {@code answer_kib}, 16 to 65536, default 1024
 * @param heap bytes of all BMCs' answers together, as received and as parsed; key {@code
 *     answers_heap_kib}, 256 to 1048575, default 5632
 */
record RedfishSettings(
    boolean verify,
    @Nullable Path authorities,
    Duration timeout,
    Duration poll,
    Duration cycleShowsOff,
    int longestAnswer,
    int heap) {

  static RedfishSettings from(BackendSettings settings) {
    String verify = settings.text("verify_ca", "true");
    boolean isFile = !verify.equals("true") && !verify.equals("false");
    RedfishSettings read =
        new RedfishSettings(
            !verify.equals("false"),
            isFile ? Path.of(verify) : null,
            settings.seconds("timeout", Duration.ofSeconds(10)),
            settings.seconds("poll_seconds", Duration.ofSeconds(1)),
            settings.seconds("cycle_off_seconds", Duration.ofSeconds(5)),
            settings.number("answer_kib", 1024, 16, 65536) << 10,
            settings.number("answers_heap_kib", 5632, 256, (1 << 20) - 1) << 10);
    settings.refuseOthers();
    return read;
  }
}
