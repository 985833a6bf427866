package org.novabm.app.conf.settings;

import org.novabm.spi.Secret;

/**
 * What a JDBC driver is opened with.
 *
 * @param url holds neither user nor password
 * @param user empty when none was given
 */
public record JdbcConnection(String url, String user, Secret password) {}
