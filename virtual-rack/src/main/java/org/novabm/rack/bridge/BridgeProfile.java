package org.novabm.rack.bridge;

import java.util.List;
import java.util.Set;
import org.novabm.rack.profile.ProfileFiles;
import org.novabm.rack.profile.Traits;

/**
 * How a make of switch has the standard MIBs. Profiles are files of this package, one a make, with
 * the source of each; {@code plain.properties} explains the keys.
 */
public final class BridgeProfile {

  private static final ProfileFiles FILES = new ProfileFiles(BridgeProfile.class);
  private static final Set<String> NO_WAYS = Set.of("maker", "models", "source");

  private final Traits traits;

  private BridgeProfile(Traits traits) {
    this.traits = traits;
    words();
  }

  /** All that can be {@linkplain #named named}. */
  public static List<String> names() {
    return FILES.names();
  }

  /** A switch without ways of its own. */
  public static BridgeProfile plain() {
    return new BridgeProfile(FILES.plain());
  }

  /**
   * That of a make, for example {@code dell-mxl}.
   *
   * @throws IllegalArgumentException when there is none; the message lists those there are
   */
  public static BridgeProfile named(String name) {
    return new BridgeProfile(FILES.named(name));
  }

  /**
   * The same but for one trait.
   *
   * @param rule {@code key=value}, for example {@code lodger=yes}
   * @throws IllegalArgumentException when the key or the value is none; the message lists them
   */
  public BridgeProfile with(String rule) {
    return new BridgeProfile(traits.with(rule));
  }

  /** Who makes such switches. */
  public String maker() {
    return traits.text("maker");
  }

  /** Where the profile was learned, as addresses between blanks. */
  public String source() {
    return traits.text("source");
  }

  /** Those of its traits that it has, in order. */
  public List<String> words() {
    return traits.values().keySet().stream()
        .filter(key -> !NO_WAYS.contains(key))
        .filter(traits::yes)
        .sorted()
        .toList();
  }
}
