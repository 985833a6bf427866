package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobState;
import org.novabm.store.secret.SealedJson;

/**
 * A deployer's job. The order in it is encrypted, for its config drive holds keys and user data;
 * the state is the deployer's own business.
 */
@Entity
@Table(name = "deploy_jobs")
class JobRow {

  @Id
  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID deployment;

  String deployer;
  byte[] payload;
  String state;
  boolean boundToHost;
  long version;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected JobRow() {}

  JobRow(String deployer, DeployOrder order, JobState state, SealedJson json, long version) {
    this.deployment = order.deployment();
    this.deployer = deployer;
    this.payload = json.seal(order, purpose(deployment));
    this.state = state.text();
    this.boundToHost = state.boundToHost();
    this.version = version;
  }

  Job toJob(SealedJson json) {
    return new Job(
        json.open(payload, DeployOrder.class, purpose(deployment)),
        new JobState(state, boundToHost),
        version);
  }

  private static String purpose(UUID deployment) {
    return "order/" + deployment;
  }
}
