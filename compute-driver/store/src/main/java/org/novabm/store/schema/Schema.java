package org.novabm.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.novabm.store.secret.SecretBox;

/** The schema of one database. */
public final class Schema {

  private static final int WITH_SECRETS = 2;
  private static final int WITH_BMCS = 7;
  private static final int WITH_TASKS = 9;
  private static final int WITH_JOBS = 13;

  private final DataSource database;
  private final Flyway flyway;

  public Schema(DataSource database) {
    this.database = database;
    this.flyway = flyway(database, MigrationVersion.LATEST);
  }

  /** The version the database is at; 0 when it is empty, or was not made or taken over by us. */
  public int version() {
    return Arrays.stream(flyway.info().applied()).mapToInt(Schema::number).max().orElse(0);
  }

  /** The newest version this program knows. */
  public int latest() {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isResolved())
        .mapToInt(Schema::number)
        .max()
        .orElse(0);
  }

  /** What a sync to the newest version would apply, for example {@code 2 novabm}. */
  public List<String> pending() {
    return Arrays.stream(flyway.info().pending()).map(Schema::title).toList();
  }

  /**
   * Brings the database to a version: makes an empty one, takes over the {@code nova_bm} of an old
   * Nova, upgrades our own. From version 2 on, passwords in clear are encrypted. To be at the
   * version already is no error. Safe to run in several processes at a time.
   *
   * @param target the version, or null for the newest
   * @param box the key of the passwords
   * @param progress told each thing done, one line each
   * @throws SchemaException when the database is somebody else's, incomplete, or newer than the
   *     target
   */
  public void sync(@Nullable Integer target, SecretBox box, Consumer<String> progress) {
    try (Connection connection = database.getConnection()) {
      // a transaction left open by reading would hold off the changes of the tables
      connection.setAutoCommit(true);
      adopt(connection, progress);
      int wanted = target == null ? latest() : target;
      checkTarget(wanted);
      refuseUnderWay(connection, wanted);
      migrate(wanted, progress);
      if (wanted >= WITH_SECRETS) {
        connection.setAutoCommit(false);
        new KeyCheck(connection).require(box);
        new LegacyRows(connection, progress).mend(box, wanted >= WITH_TASKS);
        if (wanted >= WITH_BMCS) {
          new BmcListing(connection, progress).list();
        }
        connection.commit();
      }
      progress.accept("the schema is at version " + version());
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * Compares the key with the one that the database's passwords were encrypted with.
   *
   * @throws SchemaException when it is another
   */
  public void requireKey(SecretBox box) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      new KeyCheck(connection).require(box);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private static SchemaException unreachable(SQLException e) {
    return new SchemaException(
        "the database cannot be reached or read: %s; check the address and the account"
            .formatted(e.getMessage()));
  }

  private void adopt(Connection connection, Consumer<String> progress) throws SQLException {
    Inventory inventory = Inventory.of(connection);
    if (inventory.isEmpty() || inventory.has(flyway.getConfiguration().getTable())) {
      return;
    }
    LegacyDatabase.check(connection, inventory);
    flyway.baseline();
    progress.accept("took over the nova_bm database of an old Nova");
  }

  private void refuseUnderWay(Connection connection, int wanted) throws SQLException {
    int current = version();
    if (current >= WITH_SECRETS && current < WITH_TASKS && wanted >= WITH_TASKS) {
      new UnderWay(connection).refuse();
    }
    if (current >= WITH_TASKS && current < WITH_JOBS && wanted >= WITH_JOBS) {
      new JobsUnderWay(connection).refuse();
    }
  }

  private void checkTarget(int wanted) {
    int current = version();
    int latest = latest();
    if (wanted < 1 || wanted > Math.max(latest, current)) {
      throw new SchemaException(
          "there is no version %d; this program knows 1 to %d".formatted(wanted, latest));
    }
    if (current > latest) {
      throw new SchemaException(
          "the schema is at version %d and this program knows only %d; use the program that upgraded it"
              .formatted(current, latest));
    }
    if (wanted < current) {
      throw new SchemaException(
          "the schema is at version %d and cannot go back to %d; restore a backup taken before the upgrade"
              .formatted(current, wanted));
    }
  }

  private void migrate(int wanted, Consumer<String> progress) {
    for (MigrationInfo step : flyway.info().pending()) {
      if (number(step) <= wanted) {
        flyway(database, step.getVersion()).migrate();
        progress.accept("applied " + title(step));
      }
    }
  }

  private static Flyway flyway(DataSource database, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .baselineVersion("1")
        .target(target)
        .load();
  }

  private static int number(MigrationInfo migration) {
    MigrationVersion version = migration.getVersion();
    return version == null ? 0 : version.getMajor().intValueExact();
  }

  private static String title(MigrationInfo migration) {
    return number(migration) + " " + migration.getDescription();
  }
}
