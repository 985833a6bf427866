package org.novabm.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be said about a database whose connection others can read or take over. */
final class InClear {

  private static final Pattern SERVER =
      Pattern.compile("jdbc:(?:mysql|mariadb)://(\\[[^]]*]|[^:/?,]*).*");

  private InClear() {}

  /** The warning; null for a database on this machine, and for a server that is checked. */
  static @Nullable String warning(String url, DatabaseTls tls) {
    Matcher server = SERVER.matcher(url);
    if (!server.matches() || isLoopback(server.group(1))) {
      return null;
    }
    return switch (tls.check()) {
      case AUTHORITY, IDENTITY -> null;
      case NOTHING ->
          said(server.group(1), "goes to whoever answers, for its certificate is not checked");
      case UNSAID ->
          url.toLowerCase(Locale.ROOT).matches(".*[?&]sslmode=verify[-_].*")
              ? null
              : said(server.group(1), "may be in clear, passwords of machines' owners among it");
    };
  }

  private static String said(String host, String what) {
    return "What goes to the database at "
        + host
        + " "
        + what
        + "; add ?ssl_ca=FILE to sql_connection, with the certificate of the authority that vouches"
        + " for the server";
  }

  private static boolean isLoopback(String host) {
    try {
      return host.isEmpty() || InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // whatever it is, it is not this machine
    }
  }
}
