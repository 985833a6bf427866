package org.novabm.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which disk of a node its image goes: conditions on the disk's facts, all of which must hold,
 * in the words and the grammar of Ironic's root device hints (Ironic: "Specifying the disk for
 * deployment"). They are kept and checked here. The deploy agent does not ask for them yet: it
 * writes the smallest disk that is large enough, whatever stands here.
 *
 * @param written each condition as it was written, by the name of the fact
 */
public record RootDeviceHints(SortedMap<String, String> written) {

  /** Any disk will do. */
  public static final RootDeviceHints NONE = new RootDeviceHints(new TreeMap<>());

  private static final int LONGEST = 255;

  /**
   * Checks the grammar.
   *
   * @throws IllegalArgumentException naming the hint that is wrong
   */
  public RootDeviceHints {
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
    written.forEach(RootDeviceHints::condition);
  }

  /** Of any map. */
  public static RootDeviceHints of(Map<String, String> written) {
    return new RootDeviceHints(new TreeMap<>(written));
  }

  public boolean isEmpty() {
    return written.isEmpty();
  }

  /**
   * Whether the disk meets every condition. A fact that is not known of a disk meets none. Where
   * the disk has several values of a fact one of them is enough, but for {@code s!=}, which none
   * may break.
   */
  public boolean match(Disk disk) {
    List<DiskCondition> conditions = new ArrayList<>();
    written.forEach((name, text) -> conditions.add(condition(name, text)));
    return conditions.stream().allMatch(condition -> condition.isMetBy(disk));
  }

  private static DiskCondition condition(String name, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "root device hint %s is to have at most 255 characters".formatted(name));
    }
    return DiskCondition.parse(name, text);
  }
}
