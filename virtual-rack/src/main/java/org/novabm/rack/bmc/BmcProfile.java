package org.novabm.rack.bmc;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.novabm.rack.profile.ProfileFiles;
import org.novabm.rack.profile.Traits;

/**
 * How a kind of BMC behaves by IPMI. Profiles are files of this package, one a kind, with the
 * source of each; what a file does not say is as in {@code plain.properties}, which explains the
 * keys.
 */
public final class BmcProfile {

  private static final ProfileFiles FILES = new ProfileFiles(BmcProfile.class);

  private final Traits traits;

  private BmcProfile(Traits traits) {
    this.traits = traits;
    check();
  }

  /** All that can be {@linkplain #named named}. */
  public static List<String> names() {
    return FILES.names();
  }

  /** A BMC without ways of its own. */
  public static BmcProfile plain() {
    return new BmcProfile(FILES.plain());
  }

  /**
   * That of a kind of BMC, for example {@code supermicro}.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public static BmcProfile named(String name) {
    return new BmcProfile(FILES.named(name));
  }

  /**
   * The same but for one trait.
   *
   * @param rule {@code key=value}, for example {@code refused=control:0xD5*2}
   * @throws IllegalArgumentException when the key or the value is none; the message lists them
   */
  public BmcProfile with(String rule) {
    return new BmcProfile(traits.with(rule));
  }

  /** Who makes such BMCs. */
  public String maker() {
    return traits.text("maker");
  }

  /** Where the profile was learned, as addresses between blanks. */
  public String source() {
    return traits.text("source");
  }

  /** Cipher suites that are let in, at least one. */
  public Set<Suite> suites() {
    Set<Suite> suites = EnumSet.noneOf(Suite.class);
    traits.words("suites").forEach(word -> suites.add(Suite.numbered(word)));
    if (suites.isEmpty()) {
      throw new IllegalArgumentException("suites = lets nobody in; give 3, 17 or both");
    }
    return suites;
  }

  /** The status of RMCP+ that other suites are refused with (IPMI 2.0, table 13-15). */
  int otherSuites() {
    return traits.number("other-suites");
  }

  SensorTraits sensors() {
    return SensorTraits.of(traits);
  }

  InventoryTraits inventory() {
    return InventoryTraits.of(traits);
  }

  LogTraits log() {
    return LogTraits.of(traits);
  }

  RefusalScript refusals() {
    return RefusalScript.parse(traits.words("refused"));
  }

  /** A wrong value is told when it is given, and not in the middle of an answer. */
  private void check() {
    List.of(suites(), otherSuites(), sensors(), inventory(), log(), refusals());
  }
}
