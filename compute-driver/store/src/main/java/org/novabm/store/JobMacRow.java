package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A network card that may boot with a job. */
@Entity
@Table(name = "deploy_job_macs")
class JobMacRow {

  @Id String mac;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID deployment;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected JobMacRow() {}

  JobMacRow(String mac, UUID deployment) {
    this.mac = mac;
    this.deployment = deployment;
  }
}
