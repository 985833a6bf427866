package org.novabm.conf.settings;

import org.novabm.spi.Secret;
import org.novabm.spi.settings.Setting;

/** The database of nodes, instances and tasks. */
@SettingsGroup(value = "baremetal", formerPrefix = "baremetal_")
public record DatabaseSettings(
    @Setting(
            value =
                "Database nova_bm: mysql://user:password@host/nova_bm (as it stood in older"
                    + " releases, with or without +driver), or a JDBC URL of MySQL or H2. With ?ssl_ca=FILE"
                    + " the connection is encrypted and the server checked; also ssl_cert, ssl_key,"
                    + " ssl_verify_cert, ssl_verify_identity.",
            byDefault =
                "jdbc:h2:file:$state_path/nova_bm;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                    + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0")
        Secret sqlConnection) {

  public DatabaseSettings {
    SqlConnection.parse(sqlConnection);
  }

  /** For people. */
  String shown() {
    JdbcConnection jdbc = jdbc();
    return jdbc.url().startsWith("jdbc:h2:") ? jdbc + " (embedded, for trying)" : jdbc.toString();
  }

  /** What a JDBC driver is opened with. */
  public JdbcConnection jdbc() {
    return SqlConnection.parse(sqlConnection);
  }
}
