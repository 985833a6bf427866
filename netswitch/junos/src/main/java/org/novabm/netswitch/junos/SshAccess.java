package org.novabm.netswitch.junos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.SshTransport;
import org.novabm.netswitch.junos.netconf.Transport;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/** The SSH client of this process, started with the first connection; its threads are daemons. */
final class SshAccess {

  private static final int NETCONF_PORT = 830;

  private final JunosSettings settings;
  private @Nullable SshClient client;

  SshAccess(JunosSettings settings) {
    this.settings = settings;
  }

  /** Connects, logs in and asks for NETCONF; what is said then is kept where that is set. */
  Transport connect(Endpoint endpoint, Deadline deadline) throws IOException {
    ClientSession login = login(endpoint, deadline);
    try {
      return Trace.of(settings.traces(), SshTransport.open(login, deadline), endpoint);
    } catch (IOException e) {
      login.close(true);
      throw e;
    }
  }

  private ClientSession login(Endpoint endpoint, Deadline deadline) throws IOException {
    ClientSession session =
        client()
            .connect(endpoint.user(), endpoint.address(), endpoint.portOr(NETCONF_PORT))
            .verify(left(deadline))
            .getSession();
    try {
      if (!endpoint.password().isEmpty()) {
        session.addPasswordIdentity(endpoint.password().reveal());
      }
      session.auth().verify(left(deadline));
      return session;
    } catch (IOException e) {
      session.close(true);
      throw e;
    }
  }

  private static Duration left(Deadline deadline) {
    return Duration.ofMillis(deadline.leftMillis());
  }

  private synchronized SshClient client() {
    SshClient running = client;
    if (running == null) {
      running = SshClient.setUpDefaultClient();
      running.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
      running.setKeyIdentityProvider(identity());
      running.setServerKeyVerifier(
          new KnownHostsServerKeyVerifier(
              settings.hostKeys() == HostKeyPolicy.ACCEPT_NEW
                  ? AcceptAllServerKeyVerifier.INSTANCE
                  : RejectAllServerKeyVerifier.INSTANCE,
              settings.knownHosts()));
      running.start();
      client = running;
    }
    return running;
  }

  private KeyIdentityProvider identity() {
    Path file = settings.identity();
    return file == null
        ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER
        : KeyIdentityProvider.wrapKeyPairs(new FileKeyPairProvider(file).loadKeys(null));
  }
}
