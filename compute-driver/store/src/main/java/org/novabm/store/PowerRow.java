package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerRecord;
import org.novabm.spi.power.PowerState;

/** The last known power of a node. */
@Entity
@Table(name = "node_power")
class PowerRow {

  @Id long nodeId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Nullable PowerState state;

  @Nullable String trouble;
  Instant since;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected PowerRow() {}

  PowerRow(PowerRecord found) {
    nodeId = found.node();
    state = found.state();
    trouble = Stored.text(found.trouble());
    since = Stored.time(found.since());
  }

  PowerRecord toRecord() {
    return new PowerRecord(nodeId, state, trouble, since);
  }
}
