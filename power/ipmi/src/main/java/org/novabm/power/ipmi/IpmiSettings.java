package org.novabm.power.ipmi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.Privilege;
import org.novabm.power.ipmi.wire.SharedKey;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Secret;

/**
 * Settings of group {@code [power:ipmi]}. Times are in seconds, fractions allowed.
 *
 * @param port of a node that names none; key {@code port}, default 623
 * @param firstTimeout after which a question is sent again; key {@code timeout_seconds}, default
 *     0.5, at most 60; doubles with every repetition. A BMC whose answers were timed has a time of
 *     its own
 * @param longestTimeout where the doubling ends; key {@code longest_timeout_seconds}, default 4, at
 *     most 60
 * @param longestPause between two readings while a change is waited for; key {@code poll_seconds},
 *     default 0.5, at most 60; the first pauses are shorter
 * @param cycleShowsOff how long a machine may take to show "off" in a power cycle; key {@code
 *     cycle_off_seconds}, default 5, at most 300
 * @param sessionIdle a session unused for longer is taken for closed by the BMC; key {@code
 *     session_idle_seconds}, default 50, at most 3600. IPMI 2.0 lets a BMC close it after 60. One
 *     that is kept is used at half that time
 * @param privilege of the session; key {@code privilege}, administrator or operator, default
 *     administrator
 * @param suites of sessions, best first; key {@code cipher_suites}, of 3 and 17, default 17,3. A
 *     BMC that refuses one is asked for the next; a program of others is told the last
 * @param bmcKey K_G, or null where BMCs have none; key {@code kg_file}, a file with it
 * @param bmcKeys a folder with a file for each BMC that has another, by its address; null for none;
 *     key {@code kg_dir}
 * @param keepBootFlags ask the BMC not to forget a boot device after 60 seconds without a power
 *     command; key {@code keep_boot_flags}, default true
 * @param raw take commands from the administrator as they are; key {@code raw}, default false
 */
record IpmiSettings(
    int port,
    Duration firstTimeout,
    Duration longestTimeout,
    Duration longestPause,
    Duration cycleShowsOff,
    Duration sessionIdle,
    Privilege privilege,
    List<CipherSuite> suites,
    @Nullable SharedKey bmcKey,
    @Nullable Path bmcKeys,
    boolean keepBootFlags,
    boolean raw) {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]*");

  IpmiSettings {
    suites = List.copyOf(suites);
    requireAtMost("timeout_seconds", firstTimeout, 60);
    requireAtMost("longest_timeout_seconds", longestTimeout, 60);
    requireAtMost("poll_seconds", longestPause, 60);
    requireAtMost("cycle_off_seconds", cycleShowsOff, 300);
    requireAtMost("session_idle_seconds", sessionIdle, 3600);
    if (longestTimeout.compareTo(firstTimeout) < 0) {
      throw new IllegalArgumentException(
          "[power:ipmi] longest_timeout_seconds is shorter than timeout_seconds");
    }
  }

  static IpmiSettings from(BackendSettings settings) {
    IpmiSettings read =
        new IpmiSettings(
            settings.number("port", 623, 1, 65535),
            settings.seconds("timeout_seconds", Duration.ofMillis(500)),
            settings.seconds("longest_timeout_seconds", Duration.ofSeconds(4)),
            settings.seconds("poll_seconds", Duration.ofMillis(500)),
            settings.seconds("cycle_off_seconds", Duration.ofSeconds(5)),
            settings.seconds("session_idle_seconds", Duration.ofSeconds(50)),
            privilege(settings.text("privilege", Privilege.ADMINISTRATOR.toString())),
            suites(settings.text("cipher_suites", "17,3")),
            bmcKey("kg_file", settings.text("kg_file", "")),
            folder(settings.text("kg_dir", "")),
            settings.flag("keep_boot_flags", true),
            settings.flag("raw", false));
    settings.refuseOthers();
    return read;
  }

  private static Privilege privilege(String text) {
    try {
      return Privilege.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "[power:ipmi] privilege = " + text + " is neither administrator nor operator", e);
    }
  }

  private static List<CipherSuite> suites(String text) {
    try {
      return Stream.of(text.split(",", -1))
          .map(id -> CipherSuite.of(Integer.parseInt(id.strip())))
          .toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "[power:ipmi] cipher_suites = " + text + " is not a list of numbers such as 17,3", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[power:ipmi] cipher_suites: " + e.getMessage(), e);
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
        bmcKey("kg_dir", own.toString()),
        bmcKeys,
        keepBootFlags,
        raw);
  }

  private static @Nullable Path folder(String text) {
    if (text.isEmpty()) {
      return null;
    }
    Path folder = Path.of(text);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("[power:ipmi] kg_dir = " + text + " is not a folder");
    }
    return folder;
  }

  private static @Nullable SharedKey bmcKey(String setting, String file) {
    if (file.isEmpty()) {
      return null;
    }
    try {
      return SharedKey.ofBmc(Secret.of(Files.readString(Path.of(file)).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "[power:ipmi] %s = %s: %s".formatted(setting, file, e.getMessage()), e);
    }
  }

  /** What a program of others is told, which cannot choose. */
  CipherSuite lastSuite() {
    return suites.getLast();
  }

  private static void requireAtMost(String key, Duration value, long seconds) {
    if (value.compareTo(Duration.ofSeconds(seconds)) > 0 || value.isZero()) {
      throw new IllegalArgumentException(
          "[power:ipmi] " + key + " is not between 0.001 and " + seconds);
    }
  }

  DoublingPauses betweenReadings() {
    Duration first = Duration.ofMillis(20);
    return new DoublingPauses(
        first.compareTo(longestPause) < 0 ? first : longestPause, longestPause);
  }
}
