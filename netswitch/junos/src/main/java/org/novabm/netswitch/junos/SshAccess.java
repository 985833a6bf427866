package org.novabm.netswitch.junos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.MessageLimits;
import org.novabm.netswitch.junos.netconf.SshTransport;
import org.novabm.netswitch.junos.netconf.Transport;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/** The SSH client of this process, started with the first connection; its threads are daemons. */
final class SshAccess {

  private static final int NETCONF_PORT = 830;

  /** Set on a connection whose peer has another key than the one that is written down. */
  private static final AttributeRepository.AttributeKey<Boolean> CHANGED =
      new AttributeRepository.AttributeKey<>();

  private final JunosSettings settings;
  private final MessageLimits limits;
  private @Nullable SshClient client;

  SshAccess(JunosSettings settings) {
    this.settings = settings;
    this.limits =
        new MessageLimits(
            settings.longestAnswer(),
            new ByteBudget(
                "answers of Junos switches (answers_heap_kib in [netswitch:junos])",
                settings.heap()));
  }

  /** Connects, logs in and asks for NETCONF; what is said then is kept where that is set. */
  Transport connect(Endpoint endpoint, Deadline deadline) throws IOException {
    ClientSession login = login(endpoint, deadline);
    try {
      return SessionTrace.of(
          settings.traces(), SshTransport.open(login, limits, deadline), endpoint);
    } catch (IOException e) {
      login.close(true);
      throw e;
    }
  }

  private ClientSession login(Endpoint endpoint, Deadline deadline) throws IOException {
    ClientSession session = connection(endpoint, deadline);
    try {
      if (!endpoint.password().isEmpty()) {
        session.addPasswordIdentity(endpoint.password().reveal());
      }
      session.auth().verify(left(deadline));
      return session;
    } catch (IOException e) {
      boolean changed = Boolean.TRUE.equals(session.getAttribute(CHANGED));
      session.close(true);
      throw changed ? new IOException(JunosFailure.CHANGED_KEY, e) : e;
    }
  }

  /** One that comes about when nobody waits for it any more is closed. */
  private ClientSession connection(Endpoint endpoint, Deadline deadline) throws IOException {
    ConnectFuture connecting =
        client().connect(endpoint.user(), endpoint.address(), endpoint.portOr(NETCONF_PORT));
    try {
      return connecting.verify(left(deadline)).getSession();
    } catch (IOException e) {
      connecting.addListener(
          late -> {
            if (late.isConnected()) {
              late.getSession().close(true);
            }
          });
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
      running.setServerKeyVerifier(verifier());
      if (settings.sha1()) {
        SshStrength.allowSha1(running);
      }
      running.start();
      client = running;
    }
    return running;
  }

  private KnownHostsServerKeyVerifier verifier() {
    KnownHostsServerKeyVerifier verifier =
        new KnownHostsServerKeyVerifier(
            settings.hostKeys() == HostKeyPolicy.ACCEPT_NEW
                ? AcceptAllServerKeyVerifier.INSTANCE
                : RejectAllServerKeyVerifier.INSTANCE,
            settings.knownHosts());
    verifier.setModifiedServerKeyAcceptor(
        (session, address, entry, expected, actual) -> {
          session.setAttribute(CHANGED, true);
          return false;
        });
    return verifier;
  }

  private KeyIdentityProvider identity() {
    Path file = settings.identity();
    return file == null
        ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER
        : KeyIdentityProvider.wrapKeyPairs(new FileKeyPairProvider(file).loadKeys(null));
  }
}
