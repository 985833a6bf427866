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
 * @param timeout of one request; key {@code timeout}, seconds, default 10
 * @param poll between two readings while a change is waited for; key {@code poll_seconds}, default
 *     1
 */
record RedfishSettings(
    boolean verify, @Nullable Path authorities, Duration timeout, Duration poll) {

  static RedfishSettings from(BackendSettings settings) {
    String verify = settings.text("verify_ca", "true");
    boolean isFile = !verify.equals("true") && !verify.equals("false");
    RedfishSettings read =
        new RedfishSettings(
            !verify.equals("false"),
            isFile ? Path.of(verify) : null,
            settings.seconds("timeout", Duration.ofSeconds(10)),
            settings.seconds("poll_seconds", Duration.ofSeconds(1)));
    settings.refuseOthers();
    return read;
  }
}
