package org.novabm.power.redfish;

import java.io.EOFException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.novabm.spi.BackendException;

/** Why no TLS came about: whether that passes, and what there is to do. */
final class TlsTrouble {

  private TlsTrouble() {}

  static BackendException of(String name, SSLException trouble) {
    String text = BodyExcerpt.of("" + trouble.getMessage());
    String words = text.toLowerCase(Locale.ROOT);
    if (isCertificate(trouble)) {
      return new BackendException.Refused(
          name,
          "its certificate is not trusted (%s); put it, or its authority's, into the file of verify_ca in [power:redfish]"
              .formatted(text),
          trouble);
    }
    if (isVersion(words)) {
      return new BackendException.Refused(
          name,
          "it has only versions of TLS that this Java does not speak (%s); update the BMC's firmware"
              .formatted(text),
          trouble);
    }
    if (words.contains("handshake_failure") || words.contains("insufficient_security")) {
      return new BackendException.Refused(
          name,
          "it has no cipher suite in common with this Java (%s), like BMCs that exchange keys by RSA only; update its firmware, or take the suites out of jdk.tls.disabledAlgorithms"
              .formatted(text),
          trouble);
    }
    return passing(name, words, text, trouble);
  }

  private static BackendException passing(
      String name, String words, String text, SSLException trouble) {
    if (words.contains("unrecognized ssl message") || words.contains("plaintext")) {
      return new BackendException.Unreachable(
          name, "it does not speak TLS there, or not yet; check the port", trouble);
    }
    return isCut(trouble, words)
        ? new BackendException.Unreachable(
            name,
            "it broke off the TLS handshake (%s); it may be starting, try again later"
                .formatted(text),
            trouble)
        // a record that was damaged on the way is nobody's decision
        : new BackendException.Unreachable(
            name,
            "TLS with it broke (%s); if it does so each time, look for a device in between"
                .formatted(text),
            trouble);
  }

  private static boolean isCertificate(Throwable trouble) {
    for (Throwable why = trouble; why != null; why = why.getCause()) {
      if (why instanceof CertificateException || why instanceof CertPathValidatorException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVersion(String words) {
    return words.contains("protocol_version")
        || words.contains("protocol version")
        || words.contains("no appropriate protocol");
  }

  private static boolean isCut(Throwable trouble, String words) {
    for (Throwable why = trouble; why != null; why = why.getCause()) {
      if (why instanceof EOFException || why instanceof java.net.SocketException) {
        return true;
      }
    }
    return words.contains("terminated the handshake")
        || words.contains("closed")
        || words.contains("reset")
        || words.contains("internal_error")
        || words.contains("user_canceled");
  }
}
