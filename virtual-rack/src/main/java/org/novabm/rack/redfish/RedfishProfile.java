package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a kind of BMC behaves. Profiles are files of this package, one a kind, with the source of
 * each; what a file does not say is as in {@code plain.properties}, which explains the keys.
 */
public final class RedfishProfile {

  private final String name;
  private final Traits traits;

  private RedfishProfile(String name, Traits traits) {
    this.name = name;
    this.traits = traits;
    check();
  }

  /** All that can be {@linkplain #named named}. */
  public static List<String> names() {
    return List.of(text("profiles").strip().split("\\s+"));
  }

  /** A BMC without ways of its own. */
  public static RedfishProfile plain() {
    return new RedfishProfile("plain", new Traits(read("plain")));
  }

  /**
   * That of a kind of BMC, for example {@code idrac9}.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public static RedfishProfile named(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException("profile '" + name + "' is none of " + names());
    }
    Traits all = plain().traits;
    for (Map.Entry<String, String> one : read(name).entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return new RedfishProfile(name, all);
  }

  /**
   * The same but for one trait.
   *
   * @param rule {@code key=value}, for example {@code busy-login=503 503}
   * @throws IllegalArgumentException when the key or the value is none; the message lists them
   */
  public RedfishProfile with(String rule) {
    int equals = rule.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("'" + rule + "' is no rule such as already=409");
    }
    return new RedfishProfile(
        name, traits.with(rule.substring(0, equals).strip(), rule.substring(equals + 1)));
  }

  public String name() {
    return name;
  }

  /** Who makes such machines. */
  public String maker() {
    return traits.text("maker");
  }

  /** Where the profile was learned, as addresses between blanks. */
  public String source() {
    return traits.text("source");
  }

  BmcLayout layout() {
    return BmcLayout.of(traits);
  }

  TagTraits tags() {
    return TagTraits.of(traits);
  }

  ResetTraits resets() {
    return ResetTraits.of(traits);
  }

  BootTraits boot() {
    return BootTraits.of(traits);
  }

  DriveTraits drives() {
    return DriveTraits.of(traits);
  }

  BusyTraits busy() {
    return BusyTraits.of(traits);
  }

  /** A wrong value is told when it is given, and not in the middle of an answer. */
  private void check() {
    List.of(layout(), tags(), resets(), boot(), drives(), busy());
  }

  private static Map<String, String> read(String name) {
    Properties file = new Properties();
    try (InputStreamReader text = new InputStreamReader(open(name + ".properties"), UTF_8)) {
      file.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new HashMap<>();
    file.forEach((key, value) -> values.put("" + key, "" + value));
    return values;
  }

  private static String text(String name) {
    try (InputStream bytes = open(name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream file = RedfishProfile.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("there is no file " + name + " beside this class");
    }
    return file;
  }
}
