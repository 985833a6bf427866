package org.novabm.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.Notice;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.StepRecord;
import org.novabm.store.secret.SealedJson;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;

/**
 * Deployments, with their timelines in {@code deployment_steps} and their notices in {@code
 * outbox}.
 */
final class JpaDeploymentStore implements DeploymentStore {

  private final Transactions transactions;
  private final EntityManager entities;
  private final DeploymentRows deployments;
  private final DeploymentWrites writes;
  private final StepRows steps;
  private final NoticeRows notices;
  private final SealedJson json;
  private final ServiceHost host;

  JpaDeploymentStore(
      Transactions transactions,
      EntityManager entities,
      DeploymentRows deployments,
      DeploymentWrites writes,
      StepRows steps,
      NoticeRows notices,
      SealedJson json,
      ServiceHost host) {
    this.transactions = transactions;
    this.entities = entities;
    this.deployments = deployments;
    this.writes = writes;
    this.steps = steps;
    this.notices = notices;
    this.json = json;
    this.host = host;
  }

  @Override
  public boolean add(Deployment deployment, List<Notice> told) {
    DeploymentRow row = new DeploymentRow(deployment, host, json);
    try {
      return transactions.run(
          () -> {
            if (deployments.existsByLiveInstance(deployment.request().instance())) {
              return false;
            }
            entities.persist(row);
            post(told);
            return true;
          });
    } catch (DataIntegrityViolationException e) {
      // the unique column says that another one was added meanwhile
      return false;
    }
  }

  @Override
  public @Nullable Deployment find(UUID id) {
    return transactions.<@Nullable Deployment>run(() -> toDeployment(deployments.findById(id)));
  }

  @Override
  public @Nullable Deployment findByInstance(UUID instance) {
    return transactions.<@Nullable Deployment>run(
        () -> {
          DeploymentRow live = deployments.findByLiveInstance(instance);
          return toDeployment(
              live != null
                  ? live
                  : deployments.findFirstByInstanceUuidOrderByCreatedAtDesc(instance));
        });
  }

  @Override
  public List<Deployment> list(boolean ended, int limit) {
    return transactions.run(
        () -> {
          Limit most = Limit.of(limit);
          List<DeploymentRow> rows =
              ended
                  ? deployments.findAllByOrderByCreatedAtDesc(most)
                  : deployments.findByLiveInstanceIsNotNullOrderByCreatedAtDesc(most);
          return rows.stream().map(row -> row.toDeployment(json)).toList();
        });
  }

  @Override
  public @Nullable Deployment save(
      Deployment deployment, @Nullable StepRecord line, List<Notice> told) {
    return transactions.<@Nullable Deployment>run(
        () -> {
          if (!writes.save(deployment)) {
            return null;
          }
          if (line != null) {
            writes.put(deployment.id(), line);
          }
          post(told);
          return written(deployment);
        });
  }

  @Override
  public List<StepRecord> timeline(UUID deployment) {
    return transactions.run(
        () -> steps.timeline(deployment).stream().map(StepRow::toStep).toList());
  }

  private void post(List<Notice> told) {
    told.forEach(notice -> notices.save(new NoticeRow(notice)));
  }

  private @Nullable Deployment toDeployment(@Nullable DeploymentRow row) {
    return row == null ? null : row.toDeployment(json);
  }

  private static Deployment written(Deployment saved) {
    return new Deployment(
        saved.id(),
        saved.request(),
        saved.state(),
        saved.asked(),
        saved.nodeId(),
        saved.tried(),
        saved.step(),
        saved.attempt(),
        Stored.time(saved.since()),
        Stored.time(saved.created()),
        saved.undoFailed(),
        Stored.text(saved.reason()),
        saved.version() + 1);
  }
}
