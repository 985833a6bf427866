package org.novabm.power.ipmi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.Privilege;
import org.novabm.power.ipmi.wire.SharedKey;
import org.novabm.spi.settings.Setting;

/** Settings of groups {@code [power:ipmi]}, {@code [power:ipmitool]}, {@code [power:freeipmi]}. */
record IpmiSettings(
    @Setting(value = "Of BMCs that name none.", byDefault = "623", least = 1, most = 65_535)
        int port,
    @Setting(
            value =
                "Until a question is sent again; doubles each time. A BMC whose answers were timed"
                    + " has a time of its own.",
            key = "timeout_seconds",
            byDefault = "0.5",
            most = 60)
        Duration firstTimeout,
    @Setting(
            value = "Where the doubling ends.",
            key = "longest_timeout_seconds",
            byDefault = "4",
            most = 60)
        Duration longestTimeout,
    @Setting(
            value =
                "Between two readings while a change is waited for, at most; the first pauses are"
                    + " shorter.",
            key = "poll_seconds",
            byDefault = "0.5",
            most = 60)
        Duration longestPause,
    @Setting(
            value = "How long a machine may take to show \"off\" in a power cycle.",
            key = "cycle_off_seconds",
            byDefault = "5",
            most = 300)
        Duration cycleShowsOff,
    @Setting(
            value =
                "A session unused for longer is taken for closed, for IPMI 2.0 lets a BMC close it"
                    + " after 60; one that is kept is used at half that time.",
            key = "session_idle_seconds",
            byDefault = "50",
            most = 3600)
        Duration sessionIdle,
    @Setting(value = "Of the session.", byDefault = "administrator") Privilege privilege,
    @Setting(
            value =
                "Best first; a BMC that refuses one is asked for the next. ipmitool and FreeIPMI are"
                    + " told the last.",
            key = "cipher_suites",
            byDefault = "17,3",
            unit = "list of 3 and 17",
            form = CipherSuitesForm.class)
        List<CipherSuite> suites,
    @Setting(
            value =
                "File with the key that BMCs have of their own (K_G): up to 20 characters, or 0x and"
                    + " 40 hexadecimal digits. Not with ipmitool.",
            key = "kg_file",
            unit = "path",
            form = BmcKeyFileForm.class)
        @Nullable SharedKey bmcKey,
    @Setting(
            value =
                "Folder with a file for each BMC whose key is another one, named as its address. Not"
                    + " with ipmitool.",
            key = "kg_dir")
        @Nullable Path bmcKeys,
    @Setting(
            value =
                "Ask the BMC not to forget the boot device after a minute without a power command.",
            byDefault = "true")
        boolean keepBootFlags,
    @Setting(value = "Take raw commands from the administrator.", byDefault = "false")
        boolean raw) {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]*");

  IpmiSettings {
    suites = List.copyOf(suites);
    if (longestTimeout.compareTo(firstTimeout) < 0) {
      throw new IllegalArgumentException("longest_timeout_seconds is shorter than timeout_seconds");
    }
    if (bmcKeys != null && !Files.isDirectory(bmcKeys)) {
      throw new IllegalArgumentException("kg_dir = " + bmcKeys + " is not a folder");
    }
  }

  /**
   * The settings for one BMC, with its own key where it has one.
   *
   * @throws IllegalArgumentException when its key cannot be read
   */
  IpmiSettings forBmc(String address) {
    Path own =
        bmcKeys == null || !FILE_NAME.matcher(address).matches() ? null : bmcKeys.resolve(address);
    if (own == null || !Files.exists(own)) {
      return this;
    }
    return new IpmiSettings(
        port,
        firstTimeout,
        longestTimeout,
        longestPause,
        cycleShowsOff,
        sessionIdle,
        privilege,
        suites,
        key(own),
        bmcKeys,
        keepBootFlags,
        raw);
  }

  private static SharedKey key(Path own) {
    try {
      return new BmcKeyFileForm().read(own.toString());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[power:ipmi] kg_dir = " + own + e.getMessage(), e);
    }
  }

  /** What a program of others is told, which cannot choose. */
  CipherSuite lastSuite() {
    return suites.getLast();
  }

  DoublingPauses betweenReadings() {
    Duration first = Duration.ofMillis(20);
    return new DoublingPauses(
        first.compareTo(longestPause) < 0 ? first : longestPause, longestPause);
  }
}
