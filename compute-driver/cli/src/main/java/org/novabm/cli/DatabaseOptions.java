package org.novabm.cli;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.settings.JdbcConnection;
import org.novabm.conf.settings.Settings;
import picocli.CommandLine.Mixin;

/** The options of every command that opens the database; a picocli mixin. */
final class DatabaseOptions {

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  Settings settings(ToolContext session) {
    return Settings.from(configuration.read(session.search()));
  }

  /** The configured database, after one connection to it. */
  static DataSource open(Settings settings) {
    JdbcConnection where = settings.database().jdbc();
    DataSource database = source(where);
    try (Connection _ = database.getConnection()) {
      return database;
    } catch (SQLException e) {
      throw new ToolException(
          ExitCode.UNREACHABLE,
          "the database %s cannot be opened (%s); look at sql_connection, and whether it runs"
              .formatted(where, e.getMessage()),
          e);
    }
  }

  private static DataSource source(JdbcConnection where) {
    try {
      return where.database(1).unpooled();
    } catch (IllegalArgumentException e) {
      throw new ToolException(
          ExitCode.USAGE, "sql_connection: " + String.valueOf(e.getMessage()), e);
    }
  }
}
