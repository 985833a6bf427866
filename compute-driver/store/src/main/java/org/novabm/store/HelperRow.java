package org.novabm.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.novabm.spi.deploy.Attendance;

/** What the side that machines talk to said of itself last. */
@Entity
@Table(name = "deploy_helpers")
class HelperRow {

  /** Who it is: the address that machines call, and the host that it runs for. */
  @Embeddable
  record Key(String desk, String host) {}

  @EmbeddedId Key key;
  Instant seen;
  String lack;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected HelperRow() {}

  HelperRow(Key key, Attendance attendance) {
    this.key = key;
    this.seen = Stored.time(attendance.seen());
    this.lack = Stored.note(attendance.lack());
  }

  Attendance toAttendance() {
    return new Attendance(seen, lack);
  }
}
