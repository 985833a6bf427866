package org.novabm.rack.machine;

import org.jspecify.annotations.Nullable;

/** What a machine's network card is plugged into. */
public sealed interface Link {

  /**
   * A tap device, which is a port of the rack's switch.
   *
   * @param device its name
   */
  record Tap(String device) implements Link {}

  /**
   * QEMU's own user network, which needs no rights. Each machine is alone in one; the host is
   * 10.0.2.2 in it.
   *
   * @param bootFile what its DHCP server names as the boot file, a URL of at most 127 bytes
   * @param onlyPort when not null, nothing but this TCP port of the host's loopback is reachable
   */
  record User(String bootFile, @Nullable Integer onlyPort) implements Link {

    /** A BOOTP file name field has 128 bytes with its end mark; RFC 2131, 2. */
    private static final int LONGEST = 127;

    public User {
      if (bootFile.length() > LONGEST) {
        throw new IllegalArgumentException(
            "the boot file's URL has more than 127 bytes: " + bootFile);
      }
    }
  }
}
