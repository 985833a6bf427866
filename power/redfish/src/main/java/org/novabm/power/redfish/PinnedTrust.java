package org.novabm.power.redfish;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The authorities of a file, and the certificates of BMCs in it that name no address: BMCs make
 * such ones for themselves, and no name can be compared with them. One that names addresses counts
 * for these alone.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager usual;
  private final Set<X509Certificate> pinned;

  PinnedTrust(X509ExtendedTrustManager usual, Set<X509Certificate> pinned) {
    this.usual = usual;
    this.pinned = Set.copyOf(pinned);
  }

  private boolean isPinned(X509Certificate[] chain) throws CertificateParsingException {
    return chain.length > 0
        && pinned.contains(chain[0])
        && chain[0].getSubjectAlternativeNames() == null;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (!isPinned(chain)) {
      usual.checkServerTrusted(chain, type, engine);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (!isPinned(chain)) {
      usual.checkServerTrusted(chain, type, socket);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    usual.checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    usual.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    usual.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    usual.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return usual.getAcceptedIssuers();
  }
}
