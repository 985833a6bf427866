package org.novabm.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.JobState;
import org.novabm.store.secret.SealedJson;

/**
 * One deployer's jobs in {@code deploy_jobs}. A network card belongs to the job that named it last,
 * whoever made that.
 */
final class JpaJobBook implements JobBook {

  private final String deployer;
  private final Transactions transactions;
  private final EntityManager entities;
  private final JobRows jobs;
  private final DeployHelpers helpers;
  private final SealedJson json;
  private final Consumer<UUID> wake;

  /**
   * On the given rows.
   *
   * @param deployer whose jobs these are
   * @param wake told the task of the job after each committed {@link #update}, and when asked
   */
  JpaJobBook(
      String deployer,
      Transactions transactions,
      EntityManager entities,
      JobRows jobs,
      DeployHelpers helpers,
      SealedJson json,
      Consumer<UUID> wake) {
    this.deployer = deployer;
    this.transactions = transactions;
    this.entities = entities;
    this.jobs = jobs;
    this.helpers = helpers;
    this.json = json;
    this.wake = wake;
  }

  @Override
  public void put(DeployOrder order, JobState state) {
    List<String> macs = order.macs().stream().map(MacAddress::text).distinct().toList();
    // versions begin anywhere, so that what was seen of a former job never fits this one
    long version = ThreadLocalRandom.current().nextLong(1L << 48);
    JobRow row = new JobRow(deployer, order, state, json, version);
    transactions.run(
        () -> {
          remove(order.deployment().toString());
          macs.forEach(jobs::removeMac);
          entities.persist(row);
          macs.forEach(mac -> entities.persist(new JobMacRow(mac, order.deployment())));
          return true;
        });
  }

  @Override
  public @Nullable Job find(UUID deployment) {
    return transactions.<@Nullable Job>run(
        () -> toJob(jobs.findByDeploymentAndDeployer(deployment, deployer)));
  }

  @Override
  public @Nullable Job findByMac(MacAddress mac) {
    return transactions.<@Nullable Job>run(() -> toJob(jobs.byMac(mac.text(), deployer)));
  }

  @Override
  public List<Job> all() {
    return transactions.run(
        () ->
            jobs.findAllByDeployerOrderByDeployment(deployer).stream()
                .map(row -> row.toJob(json))
                .toList());
  }

  @Override
  public boolean update(Job seen, JobState state) {
    boolean written = transactions.run(() -> write(seen, state) == 1);
    if (written) {
      wake.accept(seen.order().deployment());
    }
    return written;
  }

  @Override
  public void remove(UUID deployment) {
    transactions.run(
        () -> {
          remove(deployment.toString());
          return true;
        });
  }

  private void remove(String deployment) {
    jobs.removeMacs(deployment);
    jobs.remove(deployment);
  }

  @Override
  public void wake(UUID deployment) {
    wake.accept(deployment);
  }

  @Override
  public void attend(String desk, Attendance attendance) {
    helpers.attend(desk, attendance);
  }

  @Override
  public List<Attendance> attendance(String desk) {
    return helpers.at(desk);
  }

  @Override
  public void leave(String desk) {
    helpers.leave(desk);
  }

  /** One small statement, for agents report often. */
  private int write(Job seen, JobState state) {
    return jobs.update(
        seen.order().deployment().toString(), seen.version(), state.text(), state.boundToHost());
  }

  private @Nullable Job toJob(@Nullable JobRow row) {
    return row == null ? null : row.toJob(json);
  }
}
