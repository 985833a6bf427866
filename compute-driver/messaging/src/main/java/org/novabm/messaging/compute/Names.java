package org.novabm.messaging.compute;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The instance's two names. */
final class Names {

  private static final int LONGEST = 255;
  private static final Pattern HOSTNAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,253}[A-Za-z0-9])?");

  private Names() {}

  /** Nova's own: sent by Grizzly, made from the row number by later releases' default template. */
  static String name(Fields instance, UUID uuid) throws UnusableValueException {
    String name = instance.text("name", LONGEST);
    if (name != null && !name.isBlank()) {
      return name;
    }
    int row = instance.size("id");
    return row > 0 ? "instance-%08x".formatted(row) : "instance-" + uuid;
  }

  /** What the machine calls itself; from the display name when the message has none. */
  static String hostname(Fields instance, String name) throws UnusableValueException {
    String hostname = instance.text("hostname", LONGEST);
    if (hostname == null || hostname.isEmpty()) {
      return fromDisplayName(instance.text("display_name", LONGEST), name);
    }
    if (!HOSTNAME.matcher(hostname).matches()) {
      throw new UnusableValueException(
          instance.path("hostname"), "is not a host name of letters, digits, dots and hyphens");
    }
    return hostname;
  }

  private static String fromDisplayName(@Nullable String displayName, String name) {
    String made =
        (displayName == null ? "" : displayName)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]+", "-")
            .replaceAll("^[.-]+|[.-]+$", "");
    return made.isEmpty() ? name : made;
  }
}
