package org.novabm.journal;

import java.util.List;

/**
 * Notices of this host that were stored together with the change they tell of, and are not yet
 * confirmed by the broker.
 */
public interface Outbox {

  /** Oldest first. */
  List<Posted> waiting(int limit);

  /** The broker has them; those that are not there any more do not matter. */
  void sent(List<Long> ids);

  /**
   * A stored notice.
   *
   * @param id its place in the outbox
   * @param notice what to tell
   */
  record Posted(long id, Notice notice) {}
}
