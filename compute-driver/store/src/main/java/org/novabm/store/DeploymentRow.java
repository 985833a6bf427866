package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.store.secret.SealedJson;

/** A deployment; the request never changes, so it is written once. */
@Entity
@Table(name = "deployments")
class DeploymentRow {

  @Id
  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID id;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID instanceUuid;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Nullable UUID liveInstance;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  ProvisionState state;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  Deployment.Asked asked;

  @Nullable String host;
  @Nullable Long nodeId;

  /** Row numbers between commas. */
  @Nullable String tried;

  int step;
  int attempt;
  Instant since;
  Instant createdAt;
  boolean undoFailed;
  @Nullable String reason;
  long version;
  byte[] request;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected DeploymentRow() {}

  DeploymentRow(Deployment deployment, ServiceHost worker, SealedJson json) {
    id = deployment.id();
    host = worker.name();
    instanceUuid = deployment.request().instance();
    liveInstance = liveInstance(deployment);
    state = deployment.state();
    asked = deployment.asked();
    nodeId = deployment.nodeId();
    tried = tried(deployment);
    step = deployment.step();
    attempt = deployment.attempt();
    since = Stored.time(deployment.since());
    createdAt = Stored.time(deployment.created());
    undoFailed = deployment.undoFailed();
    reason = Stored.text(deployment.reason());
    version = deployment.version();
    request = json.seal(deployment.request(), purpose(id));
  }

  Deployment toDeployment(SealedJson json) {
    return new Deployment(
        id,
        json.open(request, InstanceRequest.class, purpose(id)),
        state,
        asked,
        nodeId,
        tried == null ? List.of() : Arrays.stream(tried.split(",")).map(Long::valueOf).toList(),
        step,
        attempt,
        since,
        createdAt,
        undoFailed,
        reason,
        version);
  }

  /** What stands in the unique column: the instance while the deployment lives. */
  static @Nullable UUID liveInstance(Deployment deployment) {
    return deployment.state().isOver() ? null : deployment.request().instance();
  }

  /** Null while there are none. */
  static @Nullable String tried(Deployment deployment) {
    return deployment.tried().isEmpty()
        ? null
        : deployment.tried().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String purpose(UUID id) {
    return "deployment/" + id;
  }
}
