package org.novabm.rack.junos;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** The keys and algorithms that a switch has for SSH. */
final class SshOffer {

  private SshOffer() {}

  static KeyPair hostKey(JunosPlan plan) throws IOException {
    try {
      return plan.has(JunosTrait.SHA1)
          ? KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048)
          : KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    } catch (GeneralSecurityException e) {
      throw new IOException("no host key could be made", e);
    }
  }

  /** What switches of 2012 had, which is off in every client of today. */
  @SuppressWarnings("deprecation")
  static void limit(SshServer server, JunosPlan plan) {
    if (plan.has(JunosTrait.SHA1)) {
      server.setKeyExchangeFactories(
          NamedFactory.setUpTransformedFactories(
              false, List.of(BuiltinDHFactories.dhg14), ServerBuilder.DH2KEX));
      server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
    }
  }
}
