package org.novabm.deploy.agent;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A disk that an agent sees in its machine.
 *
 * @param name as the kernel names block devices
 */
record SeenDisk(String name, long bytes) {

  /** It comes from a machine and is repeated in logs and timelines. */
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,16}:[0-9]{1,18}");

  private static final int MOST = 200;

  /**
   * Reads {@code name:bytes}, with commas between; none for an empty text.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  static List<SeenDisk> parse(String text) {
    String[] disks = text.isEmpty() ? new String[0] : text.split(",", -1);
    if (disks.length > MOST || !Arrays.stream(disks).allMatch(FORM.asMatchPredicate())) {
      throw new IllegalArgumentException("the field disks must be a list such as sda:480103981056");
    }
    return Arrays.stream(disks).map(SeenDisk::of).toList();
  }

  private static SeenDisk of(String text) {
    int colon = text.indexOf(':');
    return new SeenDisk(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }
}
