package org.novabm.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.JobBook;
import org.novabm.step.JobBooks;
import org.novabm.store.secret.SealedJson;
import org.springframework.jdbc.core.JdbcOperations;

/** The job books of all deployers, in one table. */
final class JpaJobBooks implements JobBooks {

  private final Transactions transactions;
  private final EntityManager entities;
  private final JdbcOperations jdbc;
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
      JdbcOperations jdbc,
      JobRows jobs,
      DeployHelpers helpers,
      SealedJson json,
      Consumer<UUID> wake) {
    this.transactions = transactions;
    this.entities = entities;
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.helpers = helpers;
    this.json = json;
    this.wake = wake;
  }

  @Override
  public JobBook of(String deployer) {
    return new JpaJobBook(deployer, transactions, entities, jobs, helpers, json, wake);
  }

  /** Steps ask it often: one statement and no transaction. */
  @Override
  public @Nullable String maker(UUID deployment) {
    List<String> made =
        jdbc.queryForList(
            "select deployer from deploy_jobs where deployment = ?",
            String.class,
            deployment.toString());
    return made.isEmpty() ? null : made.getFirst();
  }
}
