package org.novabm.power.virsh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.spi.Endpoint;

/**
 * A virtual machine and where it is.
 *
 * @param uri of its libvirt
 * @param name of the machine
 * @param display for messages
 */
record Domain(String uri, String name, String display) {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.+-]{0,254}";
  private static final Pattern HERE = Pattern.compile(NAME);
  private static final Pattern THERE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*)/(" + NAME + ")");
  private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /**
   * Reads {@code name} or {@code host/name}, with the port of SSH behind.
   *
   * @throws IllegalArgumentException when the address is neither, or the user cannot be one
   */
  static Domain of(Endpoint endpoint, VirshSettings settings) {
    String address = endpoint.address();
    if (HERE.matcher(address).matches()) {
      return new Domain(settings.uri(), address, address);
    }
    Matcher there = THERE.matcher(address);
    if (!there.matches()) {
      throw new IllegalArgumentException(
          "'" + address + "' is neither a virtual machine's name nor host/name");
    }
    String host = there.group(1) + (endpoint.port() == 0 ? "" : ":" + endpoint.port());
    return new Domain(
        settings.remoteUri().formatted(user(endpoint) + host), there.group(2), endpoint.display());
  }

  private static String user(Endpoint endpoint) {
    String user = endpoint.user();
    if (user.isEmpty() || user.equals("none")) {
      return "";
    }
    if (!USER.matcher(user).matches()) {
      throw new IllegalArgumentException("'" + user + "' is not a user name for SSH");
    }
    return user + "@";
  }
}
