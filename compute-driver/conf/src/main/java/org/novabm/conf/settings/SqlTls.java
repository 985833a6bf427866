package org.novabm.conf.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.store.DatabaseTls;

/**
 * The parameters by which SQLAlchemy's URLs of PyMySQL and MySQL-python ask for TLS. Once one of
 * them is there the server is checked, name and all, unless another says otherwise.
 */
final class SqlTls {

  private static final String CA = "ssl_ca";
  private static final String CERT = "ssl_cert";
  private static final String KEY = "ssl_key";
  private static final String VERIFY = "ssl_verify_cert";
  private static final String IDENTITY = "ssl_verify_identity";
  private static final String HOSTNAME = "ssl_check_hostname";

  private static final Set<String> NAMES = Set.of(CA, CERT, KEY, VERIFY, IDENTITY, HOSTNAME);

  private final Map<String, String> given = new LinkedHashMap<>();

  /** False when it is none of these. */
  boolean take(String piece) {
    String name = piece.replaceFirst("=.*", "");
    if (!NAMES.contains(name)) {
      return false;
    }
    given.put(name, UrlHost.decode(piece.contains("=") ? piece.replaceFirst("[^=]*=", "") : ""));
    return true;
  }

  /**
   * What they say together.
   *
   * @throws IllegalArgumentException when they do not go together
   */
  DatabaseTls tls() {
    if (given.isEmpty()) {
      return DatabaseTls.UNSAID;
    }
    return new DatabaseTls(check(), of(CA), of(CERT), of(KEY));
  }

  private DatabaseTls.Check check() {
    if (Boolean.FALSE.equals(flag(VERIFY))) {
      return DatabaseTls.Check.NOTHING;
    }
    Boolean identity = flag(IDENTITY) == null ? flag(HOSTNAME) : flag(IDENTITY);
    return Boolean.FALSE.equals(identity)
        ? DatabaseTls.Check.AUTHORITY
        : DatabaseTls.Check.IDENTITY;
  }

  private String of(String name) {
    return given.getOrDefault(name, "");
  }

  private @Nullable Boolean flag(String name) {
    String text = given.get(name);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "on" -> true;
      case "0", "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException(name + " is neither true nor false");
    };
  }
}
