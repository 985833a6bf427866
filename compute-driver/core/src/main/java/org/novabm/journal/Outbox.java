package org.novabm.journal;

import java.util.List;

/**
 * Notices that were stored together with the change they tell of, and are not yet confirmed by the
 * broker.
 */
public interface Outbox {

  /** Oldest first. */
  List<Posted> waiting(int limit);

  /** The broker has it. */
  void sent(long id);

  /**
   * A stored notice.
   *
   * @param id its place in the outbox
   * @param notice what to tell
   */
  record Posted(long id, Notice notice) {}
}
