package org.novabm.power.redfish;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.settings.Setting;

/** Settings of group {@code [power:redfish]}. */
record RedfishSettings(
    @Setting(
            value =
                "true: BMCs must show a certificate that is theirs and comes from an authority that"
                    + " Java trusts. A PEM file: from one in it. false: whoever answers is taken.",
            byDefault = "true",
            unit = "true, false or path")
        String verifyCa,
    @Setting(value = "Of one request, to the last byte of its answer.", byDefault = "10")
        Duration timeout,
    @Setting(
            value = "Between two readings while a change is waited for.",
            key = "poll_seconds",
            byDefault = "1")
        Duration poll,
    @Setting(
            value = "How long a machine may take to show \"off\" in a restart.",
            key = "cycle_off_seconds",
            byDefault = "5")
        Duration cycleShowsOff,
    @Setting(
            value = "Longest answer of a BMC.",
            byDefault = "1024",
            least = 16,
            most = 65_536,
            unit = "KiB")
        int answerKib,
    @Setting(
            value =
                "What all BMCs' answers may have of the heap at one time, as received and as parsed.",
            byDefault = "5632",
            least = 256,
            most = (1 << 20) - 1,
            unit = "KiB")
        int answersHeapKib) {

  boolean verify() {
    return !verifyCa.equals("false");
  }

  /** PEM file with the certificates that are trusted; null for those of this machine's Java. */
  @Nullable Path authorities() {
    return verifyCa.equals("true") || verifyCa.equals("false") ? null : Path.of(verifyCa);
  }

  /** Bytes of one. */
  int longestAnswer() {
    return answerKib << 10;
  }

  /** Bytes of all BMCs' answers together. */
  int heap() {
    return answersHeapKib << 10;
  }
}
