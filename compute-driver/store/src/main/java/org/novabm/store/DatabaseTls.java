package org.novabm.store;

/**
 * How a connection to MySQL or MariaDB is protected.
 *
 * @param check what is asked for
 * @param authorities file of certificates in PEM form; empty for the Java runtime's own
 * @param certificate our certificate in PEM form, and those that vouch for it; empty for none
 * @param key our private key in PEM form; empty for none
 */
public record DatabaseTls(Check check, String authorities, String certificate, String key) {

  /** Nothing is asked for; what the address itself says counts. */
  public static final DatabaseTls UNSAID = new DatabaseTls(Check.UNSAID, "", "", "");

  /** What of the server is checked. */
  public enum Check {
    /** Nothing was said. */
    UNSAID("", ""),
    /** Encrypted, to whoever answers. */
    NOTHING("REQUIRED", "trust"),
    /** That an authority vouches for it, whatever its name. */
    AUTHORITY("VERIFY_CA", "verify-ca"),
    /** That too, and that it has the name by which it was called. */
    IDENTITY("VERIFY_IDENTITY", "verify-full");

    private final String mysql;
    private final String mariadb;

    Check(String mysql, String mariadb) {
      this.mysql = mysql;
      this.mariadb = mariadb;
    }
  }

  public DatabaseTls {
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new IllegalArgumentException("ssl_cert and ssl_key belong together");
    }
  }

  String mode(boolean mariadb) {
    return mariadb ? check.mariadb : check.mysql;
  }
}
