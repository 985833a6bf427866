package org.novabm.rack.redfish;

import java.util.List;
import org.novabm.rack.profile.ProfileFiles;
import org.novabm.rack.profile.Traits;

/**
 * How a kind of BMC behaves. Profiles are files of this package, one a kind, with the source of
 * each; what a file does not say is as in {@code plain.properties}, which explains the keys.
 */
public final class RedfishProfile {

  private static final ProfileFiles FILES = new ProfileFiles(RedfishProfile.class);

  private final String name;
  private final Traits traits;

  private RedfishProfile(String name, Traits traits) {
    this.name = name;
    this.traits = traits;
    check();
  }

  /** All that can be {@linkplain #named named}. */
  public static List<String> names() {
    return FILES.names();
  }

  /** A BMC without ways of its own. */
  public static RedfishProfile plain() {
    return new RedfishProfile("plain", FILES.plain());
  }

  /**
   * That of a kind of BMC, for example {@code idrac9}.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public static RedfishProfile named(String name) {
    return new RedfishProfile(name, FILES.named(name));
  }

  /**
   * The same but for one trait.
   *
   * @param rule {@code key=value}, for example {@code busy-login=503 503}
   * @throws IllegalArgumentException when the key or the value is none; the message lists them
   */
  public RedfishProfile with(String rule) {
    return new RedfishProfile(name, traits.with(rule));
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
}
