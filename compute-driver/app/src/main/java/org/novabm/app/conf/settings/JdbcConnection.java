package org.novabm.app.conf.settings;

import org.novabm.spi.Secret;

/**
 * What a JDBC driver is opened with.
 *
 * @param url without user and password; the operator's other parameters stay in it
 * @param user empty when none was given
 */
public record JdbcConnection(String url, String user, Secret password) {

  /** Parameters stay out: some of Connector/J's hold passwords of key stores. */
  @Override
  public String toString() {
    return url.replaceFirst("[?;].*", "");
  }
}
