package org.novabm.netswitch.junos;

import java.util.Locale;
import org.novabm.spi.BackendSettings;

/** What is done with a switch whose key is in no known_hosts file. A changed key never passes. */
enum HostKeyPolicy {
  /** It is refused. */
  STRICT,
  /** The key is written down at the first contact, and must be that one ever after. */
  ACCEPT_NEW;

  static HostKeyPolicy from(BackendSettings settings) {
    String text = settings.text("host_key_policy", "strict").toUpperCase(Locale.ROOT);
    return switch (text.replace('-', '_')) {
      case "STRICT" -> STRICT;
      case "ACCEPT_NEW" -> ACCEPT_NEW;
      default ->
          throw new IllegalArgumentException(
              "[netswitch:junos] host_key_policy is neither strict nor accept-new");
    };
  }
}
