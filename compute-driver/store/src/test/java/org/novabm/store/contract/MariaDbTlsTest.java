package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Secret;
import org.novabm.store.Database;
import org.novabm.store.DatabaseTls;
import org.novabm.store.DatabaseTls.Check;
import org.novabm.store.server.DatabaseAuthority;
import org.novabm.store.server.DatabaseServer;
import org.novabm.store.server.MariaDbServer;

/** A MariaDB that has a certificate for the name localhost, through both drivers. */
@Tag("mariadb")
class MariaDbTlsTest {

  @TempDir static Path folder;
  private static DatabaseAuthority ours;
  private static DatabaseServer server;
  private static Database plain;

  @BeforeAll
  static void start() throws Exception {
    ours = DatabaseAuthority.in(folder.resolve("ours"));
    Path certificate = ours.issue("database", "DNS:localhost");
    Path client = ours.issue("client", "DNS:client");
    assertThat(client).exists();
    server =
        MariaDbServer.start(
            Files.createDirectories(folder.resolve("server")),
            List.of(
                "--ssl-ca=" + ours.certificate(),
                "--ssl-cert=" + certificate,
                "--ssl-key=" + ours.key("database")));
    plain = server.fresh();
    try (Connection root = plain.unpooled().getConnection();
        var statement = root.createStatement()) {
      statement.execute("create user careful identified by 'pw' require x509");
      statement.execute("grant all on *.* to careful");
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aServerOfOurAuthorityAndOfThatNameIsSpokenToByTls() throws Exception {
    Database database = at("localhost", new DatabaseTls(Check.IDENTITY, ca(ours), "", ""));

    assertThat(cipher(database.unpooled())).isNotEmpty();
    try (HikariDataSource pool = database.open()) {
      assertThat(pool.getJdbcUrl()).startsWith("jdbc:mariadb:");
      assertThat(cipher(pool)).isNotEmpty();
    }
  }

  @Test
  void aServerOfAnotherAuthorityIsRefused() throws Exception {
    DatabaseAuthority theirs = DatabaseAuthority.in(folder.resolve("theirs"));

    refused(at("localhost", new DatabaseTls(Check.IDENTITY, ca(theirs), "", "")));
    refused(at("localhost", new DatabaseTls(Check.AUTHORITY, ca(theirs), "", "")));
    refused(at("localhost", new DatabaseTls(Check.IDENTITY, "", "", "")));
  }

  @Test
  void aServerOfAnotherNameIsRefusedUnlessOnlyItsAuthorityCounts() throws Exception {
    refused(at("127.0.0.1", new DatabaseTls(Check.IDENTITY, ca(ours), "", "")));

    Database lax = at("127.0.0.1", new DatabaseTls(Check.AUTHORITY, ca(ours), "", ""));
    assertThat(cipher(lax.unpooled())).isNotEmpty();
    try (HikariDataSource pool = lax.open()) {
      assertThat(cipher(pool)).isNotEmpty();
    }
  }

  @Test
  void ourOwnCertificateIsShown() throws Exception {
    String certificate = ours.certificate().resolveSibling("client.pem").toString();
    Database without = at("localhost", new DatabaseTls(Check.IDENTITY, ca(ours), "", ""));
    DatabaseTls shown =
        new DatabaseTls(Check.IDENTITY, ca(ours), certificate, ours.key("client").toString());

    Database careful = new Database(without.url(), "careful", Secret.of("pw"), shown, 2);

    assertThat(cipher(careful.unpooled())).isNotEmpty();
    try (HikariDataSource pool = careful.open()) {
      assertThat(cipher(pool)).isNotEmpty();
    }
    refused(new Database(without.url(), "careful", Secret.of("pw"), without.tls(), 2));
  }

  @Test
  void aFileThatIsNoCertificateIsNamed() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));

    assertThatThrownBy(
            () -> at("localhost", new DatabaseTls(Check.IDENTITY, empty.toString(), "", "")).open())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ssl_ca")
        .hasMessageContaining(empty.toString());
  }

  private static String ca(DatabaseAuthority authority) {
    return authority.certificate().toString();
  }

  private static Database at(String host, DatabaseTls tls) {
    return new Database(
        plain.url().replace("127.0.0.1", host), plain.user(), plain.password(), tls, 2);
  }

  private static void refused(Database database) {
    assertThatThrownBy(() -> cipher(database.unpooled())).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> database.open().close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not answer");
  }

  private static String cipher(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show status like 'Ssl_cipher'")) {
      rows.next();
      return rows.getString(2);
    }
  }
}
