package org.novabm.deploy.agent;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an agent says of disks that it could not throw away the content of. */
final class Untrimmed {

  /** As the kernel names block devices. It comes from a machine, so nothing else is repeated. */
  private static final Pattern DISK = Pattern.compile("[a-z0-9]{1,16}");

  private static final int MOST = 32;

  private Untrimmed() {}

  /** For an operator; null when nothing was named. */
  static @Nullable String sentence(String disks) {
    String names =
        Arrays.stream(disks.split(",", -1))
            .filter(name -> DISK.matcher(name).matches())
            .limit(MOST)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? null
        : "disk "
            + names
            + " cannot be trimmed: what the former tenant wrote there stays on it where the image does not cover it";
  }
}
