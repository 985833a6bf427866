package org.novabm.conf.settings;

import org.novabm.spi.Secret;
import org.novabm.store.Database;
import org.novabm.store.DatabaseTls;

/**
 * What a JDBC driver is opened with.
 *
 * @param url without user and password; the operator's other parameters stay in it
 * @param user empty when none was given
 * @param tls by SQLAlchemy's parameters; nothing said in a JDBC URL, which has its driver's own
 */
public record JdbcConnection(String url, String user, Secret password, DatabaseTls tls) {

  /** The database, with at most so many connections at a time. */
  public Database database(int connections) {
    return new Database(url, user, password, tls, connections);
  }

  /** Parameters stay out: some of Connector/J's hold passwords of key stores. */
  @Override
  public String toString() {
    return url.replaceFirst("[?;].*", "");
  }
}
