package org.novabm.netswitch.junos;

import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** Which algorithms are good enough. */
final class SshStrength {

  private SshStrength() {}

  /**
   * Adds what uses SHA-1 to the end of what is offered: who can forge its collisions can stand
   * between us and the switch, so a switch that has better is never spoken to by it.
   */
  @SuppressWarnings("deprecation")
  static void allowSha1(SshClient client) {
    List<KeyExchangeFactory> exchanges = new ArrayList<>(client.getKeyExchangeFactories());
    exchanges.addAll(
        NamedFactory.setUpTransformedFactories(
            false, List.of(BuiltinDHFactories.dhg14), ClientBuilder.DH2KEX));
    client.setKeyExchangeFactories(exchanges);
    List<NamedFactory<Signature>> signatures = new ArrayList<>(client.getSignatureFactories());
    signatures.add(BuiltinSignatures.rsa);
    client.setSignatureFactories(signatures);
  }
}
