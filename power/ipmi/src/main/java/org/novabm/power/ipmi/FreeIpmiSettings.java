package org.novabm.power.ipmi;

import java.util.regex.Pattern;
import org.novabm.spi.settings.Setting;

/**
 * Settings of group {@code [power:freeipmi]}.
 *
 * @param ipmi those of all that speak IPMI
 */
record FreeIpmiSettings(
    IpmiSettings ipmi,
    @Setting(
            value =
                "FreeIPMI's names for what BMCs do otherwise than specified, such as opensesspriv.",
            unit = "list, comma-separated")
        String workaroundFlags) {

  private static final Pattern FLAGS = Pattern.compile("[a-z0-9,]*");

  FreeIpmiSettings {
    if (!FLAGS.matcher(workaroundFlags).matches()) {
      throw new IllegalArgumentException(
          "workaround_flags = %s is not a list of names".formatted(workaroundFlags));
    }
  }
}
