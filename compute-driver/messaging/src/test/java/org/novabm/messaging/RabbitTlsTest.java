package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RpcCaller;

/** A RabbitMQ that listens by TLS alone, with a certificate for the name localhost. */
@Tag("rabbitmq")
class RabbitTlsTest {

  @TempDir static Path folder;
  private static BrokerAuthority ours;
  private static PrivateRabbit rabbit;

  @BeforeAll
  static void start() throws Exception {
    ours = BrokerAuthority.in(folder.resolve("ours"));
    Path certificate = ours.issue("broker", "DNS:localhost");
    Path server = Files.createDirectories(folder.resolve("server"));
    rabbit = PrivateRabbit.startTls(server, certificate, ours.key("broker"));
  }

  @AfterAll
  static void stop() {
    if (rabbit != null) {
      rabbit.close();
    }
  }

  @Test
  void aBrokerOfOurAuthorityAndOfThatNameIsSpokenTo() throws Exception {
    BrokerSettings broker = at("localhost").with(trusting(ours));
    try (Host host = Host.started(broker, QueueFlags.STANDARD);
        RpcCaller caller = RpcCaller.connect(broker, "nova")) {
      OutgoingCall spawn = OutgoingCall.brief("spawn", Messages.spawnArgs(UUID.randomUUID()));
      assertThat(caller.call(Host.TARGET, spawn, Duration.ofSeconds(30)).isObject()).isTrue();
      await().atMost(Duration.ofSeconds(30)).until(() -> host.driver.asked.size() == 1);
    }
  }

  @Test
  void aBrokerOfAnotherAuthorityIsNot() throws Exception {
    BrokerAuthority theirs = BrokerAuthority.in(folder.resolve("theirs"));

    refused(at("localhost").with(trusting(theirs)));
  }

  @Test
  void aBrokerOfAnotherNameIsNot() throws Exception {
    refused(at("127.0.0.1").with(trusting(ours)));
  }

  @Test
  void aBrokerThatNobodyVouchesForIsNot() throws Exception {
    refused(at("localhost").with(SSLContext.getDefault()));
  }

  @Test
  void aBrokerThatIsCalledInClearDoesNotAnswer() {
    assertThatThrownBy(() -> RpcCaller.connect(at("localhost"), "nova"))
        .isInstanceOf(IOException.class);
  }

  private static void refused(BrokerSettings broker) {
    assertThatThrownBy(() -> RpcCaller.connect(broker, "nova"))
        .isInstanceOf(IOException.class)
        .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);
  }

  private static BrokerSettings at(String host) {
    return BrokerSettings.of(rabbit.url().replace("127.0.0.1", host), "test");
  }

  private static SSLContext trusting(BrokerAuthority authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authority.certificate())) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
