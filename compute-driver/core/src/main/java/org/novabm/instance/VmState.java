package org.novabm.instance;

import java.util.Locale;

/** What became of an instance, in Nova's words. */
public enum VmState {
  /** It is being put on a node. */
  BUILDING,
  /** It is up. */
  ACTIVE,
  /** Its owner switched it off. */
  STOPPED,
  /** It is not what was asked for; somebody has to destroy or rebuild it. */
  ERROR,
  /** It is gone. */
  DELETED;

  /** Nova's word, for example {@code active}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
