package org.novabm.power.redfish;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom we take for a BMC. */
final class Trust {

  private Trust() {}

  /**
   * As the settings have it.
   *
   * @throws IllegalArgumentException when the file of authorities cannot be used
   */
  static SSLContext context(RedfishSettings settings) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(settings), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "[power:redfish] verify_ca = %s cannot be used: %s"
              .formatted(settings.authorities(), e.getMessage()),
          e);
    }
  }

  private static TrustManager @Nullable [] managers(RedfishSettings settings)
      throws IOException, GeneralSecurityException {
    Path file = settings.authorities();
    if (!settings.verify()) {
      return new TrustManager[] {new Everybody()};
    }
    return file == null ? null : authorities(file);
  }

  private static TrustManager[] authorities(Path file)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    Set<X509Certificate> pinned = new HashSet<>();
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        pinned.add((X509Certificate) one);
        store.setCertificateEntry("authority" + pinned.size(), one);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    TrustManager[] managers = factory.getTrustManagers();
    for (int i = 0; i < managers.length; i++) {
      if (managers[i] instanceof X509ExtendedTrustManager usual) {
        managers[i] = new PinnedTrust(usual, pinned);
      }
    }
    return managers;
  }

  /** Whoever answers, as verify_ca = false asks for. */
  private static final class Everybody extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
