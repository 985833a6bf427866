package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.wire.Securing;

/**
 * Who we are to switches, and whom we take for one.
 *
 * @param identity PKCS #12 file with our key and certificate
 * @param trusted PKCS #12 file with the authorities of switches' certificates
 * @param password file with the password of both
 */
record TlsKeys(Path identity, Path trusted, Path password) {

  /** All three, or none for plain TCP. */
  static @Nullable TlsKeys from(OpenFlowOptions options) {
    Path identity = options.tlsKeystore();
    Path trusted = options.tlsTruststore();
    Path password = options.tlsPasswordFile();
    if (identity == null && trusted == null && password == null) {
      return null;
    }
    if (identity == null || trusted == null || password == null) {
      throw new IllegalArgumentException(
          "[netswitch:openflow] TLS needs all of tls_keystore, tls_truststore and"
              + " tls_password_file");
    }
    return new TlsKeys(identity, trusted, password);
  }

  /**
   * Takes only callers with a certificate of the trusted authorities.
   *
   * @throws IOException when a file cannot be read or opened with the password
   */
  Securing securing() throws IOException {
    char[] secret = Files.readString(password).strip().toCharArray();
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(identity, secret), secret);
      TrustManagerFactory authorities =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      authorities.init(load(trusted, secret));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), authorities.getTrustManagers(), null);
      SSLSocketFactory sockets = context.getSocketFactory();
      return plain -> mutual(sockets, plain);
    } catch (GeneralSecurityException e) {
      throw new IOException("the TLS keys of OpenFlow cannot be used: " + e.getMessage(), e);
    }
  }

  /** The caller, too, shows a certificate. */
  private static Socket mutual(SSLSocketFactory sockets, Socket plain) throws IOException {
    String host = plain.getInetAddress().getHostAddress();
    SSLSocket secured = (SSLSocket) sockets.createSocket(plain, host, plain.getPort(), true);
    secured.setUseClientMode(false);
    secured.setNeedClientAuth(true);
    return secured;
  }

  private static KeyStore load(Path file, char[] secret)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, secret);
    }
    return store;
  }
}
