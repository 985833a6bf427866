package org.novabm.conf.settings;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.OptionName;

/**
 * The options that say which database and which broker are used. One that is misspelt or misplaced
 * must not be passed over, or the service goes on with an embedded one and nobody notices.
 */
final class DecidingKeys {

  /** Letters that a slip of the pen changes. */
  private static final int SLIP = 2;

  private static final String RABBIT = MessagingSettings.RABBIT;

  /** Where each belongs. */
  private static final Map<String, String> HOMES =
      Map.of(
          "transport_url", OptionName.DEFAULT,
          "rabbit_host", RABBIT,
          "rabbit_hosts", RABBIT,
          "sql_connection", BaremetalSettings.GROUP,
          "baremetal_sql_connection", OptionName.DEFAULT);

  /** Keys near those of the other groups are nobody's mistake. */
  private static final Set<String> GROUPS =
      Set.of(OptionName.DEFAULT, RABBIT, BaremetalSettings.GROUP);

  /** The broker of notifications may be another one, and with us is not. */
  private static final OptionName OF_NOTIFICATIONS =
      new OptionName(MessagingSettings.NOTIFICATIONS, "transport_url");

  private DecidingKeys() {}

  /** What is wrong with a name that is no option; null when it is none of these. */
  static @Nullable String fault(OptionName unread) {
    if (unread.equals(OF_NOTIFICATIONS) || OwnDatabase.NOVAS.contains(unread)) {
      return null;
    }
    String home = HOMES.get(unread.key());
    if (home != null) {
      return "is read in [" + home + "] only; move it there";
    }
    Set<String> near =
        HOMES.keySet().stream()
            .filter(key -> NearestName.distance(unread.key(), key) <= SLIP)
            .collect(Collectors.toSet());
    return near.isEmpty() || !GROUPS.contains(unread.group())
        ? null
        : "is not an option; the nearest is " + NearestName.of(unread.key(), near);
  }
}
