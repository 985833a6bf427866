package org.novabm.messaging.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.journal.Notice;

/**
 * Dates of an instance at the time of a notice; the record may have gone on since.
 *
 * @param created when it was asked for; null when the record is of a later spawn of the same uuid
 * @param launched when it was first up; null when it was not
 * @param terminated when it was destroyed; null when it was not
 */
record Milestones(
    @Nullable Instant created, @Nullable Instant launched, @Nullable Instant terminated) {

  static Milestones of(Notice notice, Instance instance) {
    Instant created = until(notice.at(), instance.created());
    Instant launched = created == null ? null : until(notice.at(), instance.launched());
    boolean gone = notice.event().endsWith("delete.end");
    return new Milestones(created, launched(notice, launched), gone ? notice.at() : null);
  }

  /** The record is of the instance that the notice is about. */
  boolean isSame() {
    return created != null;
  }

  private static @Nullable Instant launched(Notice notice, @Nullable Instant known) {
    if (notice.event().endsWith("create.end")) {
      return notice.at();
    }
    return notice.event().contains(".create.") ? null : known;
  }

  private static @Nullable Instant until(Instant end, @Nullable Instant at) {
    return at == null || at.isAfter(end) ? null : at;
  }
}
