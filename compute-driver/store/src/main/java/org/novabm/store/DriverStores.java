package org.novabm.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * Certificates and a key in PEM form, as the drivers of both databases read them: key stores in a
 * folder that is nobody else's, gone with the process. MariaDB's driver knows the options by these
 * names too.
 */
final class DriverStores {

  private static final String TYPE = "PKCS12";

  private DriverStores() {}

  /**
   * The drivers' options.
   *
   * @throws IllegalArgumentException for a file that cannot be read or is not what it should be
   */
  static Map<String, String> options(DatabaseTls tls) {
    Map<String, String> options = new HashMap<>();
    if (!tls.authorities().isEmpty()) {
      add(options, "trustCertificateKeyStore", authorities(tls.authorities()));
    }
    if (!tls.certificate().isEmpty()) {
      add(options, "clientCertificateKeyStore", identity(tls));
    }
    return options;
  }

  private static Map<String, Content> authorities(String file) {
    Map<String, Content> entries = new HashMap<>();
    for (Certificate certificate : read("ssl_ca", file, PemContent::getCertificates)) {
      entries.put("ca" + entries.size(), new Content.Authority(certificate));
    }
    return entries;
  }

  private static Map<String, Content> identity(DatabaseTls tls) {
    PrivateKey key = read("ssl_key", tls.key(), PemContent::getPrivateKey);
    List<X509Certificate> chain = read("ssl_cert", tls.certificate(), PemContent::getCertificates);
    return Map.of("us", new Content.Identity(key, List.copyOf(chain)));
  }

  private static <T> T read(String option, String file, Function<PemContent, @Nullable T> part) {
    try {
      return Objects.requireNonNull(part.apply(PemContent.load(Path.of(file))), "nothing is in it");
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(option + ": " + file + " cannot be used: " + e, e);
    }
  }

  private static void add(Map<String, String> options, String name, Map<String, Content> entries) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    options.put(name + "Url", write(entries, password).toUri().toString());
    options.put(name + "Type", TYPE);
    options.put(name + "Password", password);
  }

  private static Path write(Map<String, Content> entries, String password) {
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      for (var entry : entries.entrySet()) {
        switch (entry.getValue()) {
          case Content.Authority(var certificate) ->
              store.setCertificateEntry(entry.getKey(), certificate);
          case Content.Identity(var key, var chain) ->
              store.setKeyEntry(
                  entry.getKey(), key, password.toCharArray(), chain.toArray(Certificate[]::new));
        }
      }
      // 0700 and 0600, whatever the umask
      Path folder = Files.createTempDirectory("novabm-database");
      Path file = Files.createTempFile(folder, "store", ".p12");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("ssl_ca, ssl_cert, ssl_key: " + e.getMessage(), e);
    }
  }

  private sealed interface Content {
    record Authority(Certificate certificate) implements Content {}

    record Identity(PrivateKey key, List<Certificate> chain) implements Content {}
  }
}
