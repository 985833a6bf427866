package org.novabm.node;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The back ends that a node names by their own names. Its power manager stands with its BMC and its
 * switch's manager with the switch, for those are devices and know only one of them.
 *
 * @param deploy what puts images on it, for example {@code agent}; null for the one of nova.conf
 * @param boot how it boots the deployer's ramdisk, for example {@code pxe}; null for the deployer's
 *     usual way
 */
public record NodeBackends(@Nullable String deploy, @Nullable String boot) {

  /** The usual ones. */
  public static final NodeBackends STANDARD = new NodeBackends(null, null);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Names.
   *
   * @throws IllegalArgumentException for what is no name: 1 to 64 letters, digits and . _ -, the
   *     first one a letter or digit
   */
  public NodeBackends {
    check(deploy);
    check(boot);
  }

  private static void check(@Nullable String name) {
    if (name != null && !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a back end has 1 to 64 letters, digits and . _ -");
    }
  }
}
