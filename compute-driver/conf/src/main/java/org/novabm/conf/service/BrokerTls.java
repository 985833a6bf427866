package org.novabm.conf.service;

import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.settings.MessagingSettings;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/** TLS to the message broker, by oslo.messaging's options. */
final class BrokerTls {

  private BrokerTls() {}

  /**
   * What connections are made with; null when none is asked for.
   *
   * @throws IllegalStateException for a file that cannot be read or is not what it should be
   */
  static @Nullable SSLContext of(MessagingSettings messaging) {
    if (!messaging.ssl() || messaging.brokers().isEmpty()) {
      return null;
    }
    String version =
        messaging.sslVersion().equalsIgnoreCase("TLSv1_2") ? "TLSv1.2" : SslBundle.DEFAULT_PROTOCOL;
    return SslBundle.of(
            new PemSslStoreBundle(identity(messaging), authorities(messaging.sslCaFile())),
            SslBundleKey.NONE,
            SslOptions.NONE,
            version)
        .createSslContext();
  }

  private static @Nullable PemSslStore authorities(String file) {
    return file.isEmpty()
        ? null
        : PemSslStore.of(read("ssl_ca_file", file).getCertificates(), null);
  }

  private static @Nullable PemSslStore identity(MessagingSettings messaging) {
    return messaging.sslCertFile().isEmpty()
        ? null
        : PemSslStore.of(
            read("ssl_cert_file", messaging.sslCertFile()).getCertificates(),
            read("ssl_key_file", messaging.sslKeyFile()).getPrivateKey());
  }

  private static PemContent read(String option, String file) {
    try {
      PemContent content = PemContent.load(Path.of(file));
      if (!option.equals("ssl_key_file") && content.getCertificates().isEmpty()) {
        throw new IllegalArgumentException("no certificate is in it");
      }
      return content;
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "[oslo_messaging_rabbit] %s = %s cannot be used: %s".formatted(option, file, e), e);
    }
  }
}
