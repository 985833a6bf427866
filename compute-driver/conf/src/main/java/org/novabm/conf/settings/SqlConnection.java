package org.novabm.conf.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novabm.spi.Secret;
import org.novabm.store.DatabaseTls;

/**
 * Reads {@code sql_connection}: SQLAlchemy's URLs of MySQL and MariaDB, and JDBC's of MySQL and H2.
 * No message repeats the text, for it holds a password.
 */
final class SqlConnection {

  private static final String KEY = "baremetal.sql_connection";

  /** An H2 file belongs to the user who made it, so this must never change. */
  private static final String H2_USER = "novabm";

  private static final String WRITE = "write mysql://user:password@host/nova_bm";

  private static final Pattern URL =
      Pattern.compile(
          "(?<jdbc>jdbc:)?(?:mysql|mariadb)(?:\\+\\w+)?://(?<host>[^/?]*)/(?<database>[^?]+)"
              + "(?:\\?(?<query>.*))?",
          Pattern.CASE_INSENSITIVE);

  /** Parameters of SQLAlchemy that Connector/J needs no word for: it speaks UTF-8 by itself. */
  private static final Set<String> DROPPED = Set.of("charset", "use_unicode");

  private SqlConnection() {}

  /**
   * The connection.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  static JdbcConnection parse(Secret connection) {
    String text = connection.reveal().strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("sqlite")) {
      throw refusal(
          "SQLite, which is not read; leave it out for the embedded H2 database, or " + WRITE);
    }
    if (lower.startsWith("jdbc:h2:")) {
      return h2(text);
    }
    Matcher url = URL.matcher(text);
    if (!url.matches() || lower.startsWith("jdbc:mariadb")) {
      throw refusal("neither a URL of MySQL or MariaDB nor a JDBC URL of MySQL or H2; " + WRITE);
    }
    return mysql(url);
  }

  private static JdbcConnection mysql(Matcher url) {
    UrlHost host = host(url.group("host"));
    if (host.host().startsWith("{")) {
      throw refusal("still the example of the documents, with " + host.host() + " in it; " + WRITE);
    }
    String query = url.group("query") == null ? "" : url.group("query");
    Stream<String> pieces = Stream.of(query.split("&", -1)).filter(piece -> !piece.isEmpty());
    boolean jdbc = url.group("jdbc") != null;
    SqlTls tls = new SqlTls();
    Parameters parameters =
        Parameters.of(pieces.filter(piece -> jdbc || kept(piece, tls)).toList());
    String address =
        "jdbc:mysql://"
            + (host.host().isEmpty() ? "localhost" : host.hostInUrl())
            + (host.port() == 0 ? "" : ":" + host.port())
            + "/"
            + url.group("database");
    return new JdbcConnection(
        parameters.others.isEmpty() ? address : address + "?" + String.join("&", parameters.others),
        UrlHost.decode(parameters.user.isEmpty() ? host.user() : parameters.user),
        parameters.password.isEmpty()
            ? host.password()
            : Secret.of(UrlHost.decode(parameters.password)),
        said(tls));
  }

  private static DatabaseTls said(SqlTls tls) {
    try {
      return tls.tls();
    } catch (IllegalArgumentException e) {
      throw new RefusedSetting(KEY, "is wrong: " + e.getMessage(), e);
    }
  }

  private static UrlHost host(String text) {
    try {
      return UrlHost.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedSetting(KEY, "is wrong: " + e.getMessage(), e);
    }
  }

  private static boolean kept(String piece, SqlTls tls) {
    String name = piece.replaceFirst("=.*", "");
    if (tls.take(piece) || DROPPED.contains(name)) {
      return false;
    }
    throw refusal(
        "not understood in its parameter "
            + name
            + "; write a jdbc:mysql:// URL, which takes those of Connector/J");
  }

  private static JdbcConnection h2(String text) {
    List<String> pieces = List.of(text.split(";", -1));
    Parameters parameters = Parameters.of(pieces.subList(1, pieces.size()));
    String rest =
        parameters.others.stream().map(piece -> ";" + piece).collect(Collectors.joining());
    return new JdbcConnection(
        pieces.getFirst() + rest,
        parameters.user.isEmpty() ? H2_USER : parameters.user,
        Secret.of(parameters.password),
        DatabaseTls.UNSAID);
  }

  private static RefusedSetting refusal(String why) {
    return new RefusedSetting(KEY, "is " + why);
  }

  /** User and password taken out of a URL's parameters. */
  private record Parameters(String user, String password, List<String> others) {

    static Parameters of(List<String> pieces) {
      String user = "";
      String password = "";
      List<String> others = new ArrayList<>();
      for (String piece : pieces) {
        String lower = piece.toLowerCase(Locale.ROOT);
        if (lower.startsWith("user=")) {
          user = piece.substring("user=".length());
        } else if (lower.startsWith("password=")) {
          password = piece.substring("password=".length());
        } else {
          others.add(piece);
        }
      }
      return new Parameters(user, password, List.copyOf(others));
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
