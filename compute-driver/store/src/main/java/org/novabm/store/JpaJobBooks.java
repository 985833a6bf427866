package org.novabm.store;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.JobBook;
import org.novabm.step.JobBooks;
import org.novabm.store.secret.SealedJson;

/** The job books of all deployers, in one table. */
final class JpaJobBooks implements JobBooks {

  private final Transactions transactions;
  private final EntityManager entities;
  private final JobRows jobs;
  private final DeployHelpers helpers;
  private final SealedJson json;
  private final Consumer<UUID> wake;

  /**
   * On the given rows.
   *
   * @param wake told the task of a job after each committed update, and when a deployer asks
   */
  JpaJobBooks(
      Transactions transactions,
      EntityManager entities,
      JobRows jobs,
      DeployHelpers helpers,
      SealedJson json,
      Consumer<UUID> wake) {
    this.transactions = transactions;
    this.entities = entities;
    this.jobs = jobs;
    this.helpers = helpers;
    this.json = json;
    this.wake = wake;
  }

  @Override
  public JobBook of(String deployer) {
    return new JpaJobBook(deployer, transactions, entities, jobs, helpers, json, wake);
  }

  @Override
  public @Nullable String maker(UUID deployment) {
    return transactions.<@Nullable String>run(() -> jobs.maker(deployment.toString()));
  }
}
