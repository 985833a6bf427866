package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.conf.OsloOracle;
import org.novabm.spi.Secret;

class TransportUrlParserTest {

  private static final List<String> URLS =
      List.of(
          "rabbit://host",
          "rabbit://host/",
          "rabbit://host:5673/nova",
          "rabbit://user:pass@host:5672//",
          "rabbit://user:pass@host/%2Fnova%20x",
          "rabbit://us%40er:p%2Fa%3Ass+w@host/v",
          "rabbit://user:pa@ss@host/v",
          "rabbit://user:pa:ss@host/v",
          "rabbit://user:100%@host/v",
          "rabbit://u1:p1@h1:1,u2:p2@h2:2,u3:p3@h3/v",
          "rabbit://u1:p1@h1,h2:7/v",
          "rabbit://u:p@[2001:db8::1]:5673,u:p@[::1]/",
          "rabbit://u:p@h1,,u:p@h2/v/w",
          "kombu://u:p@h/v",
          "rabbit://u:p@h:5672/?ssl=0",
          "rabbit://u:p@h1,u:p@h2/v?ssl=0&heartbeat_timeout_threshold=30");

  @TempDir Path folder;

  @Test
  void hostsAreThoseThatOsloMessagingFinds() throws Exception {
    OsloOracle oslo = new OsloOracle(folder, "oslo_messaging", "python3-oslo.messaging");
    Path file = Files.write(folder.resolve("urls"), URLS);
    assertThat(URLS.stream().map(TransportUrlParserTest::brokers).toList())
        .isEqualTo(oslo.ask("transport", file));
  }

  private static String brokers(String url) {
    return TransportUrlParser.parse(Secret.of(url)).stream()
        .map(
            broker ->
                String.join(
                    "\u001e",
                    broker.user(),
                    broker.password().reveal(),
                    broker.host(),
                    Integer.toString(broker.port()),
                    broker.virtualHost()))
        .collect(Collectors.joining("\u001f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host:5672",
        "qpid://u:hush@h/",
        "rabbit://",
        "rabbit:///v",
        "rabbit://u:hush@/v",
        "rabbit://u:hush@h:amqp/v",
        "rabbit://u:hush@h:65536/v",
        "rabbit://u:hush@[::1/v",
        "rabbit://u:hu#sh@h/v"
      })
  void anotherUrlIsRefusedWithoutBeingPrinted(String url) {
    assertThatThrownBy(() -> TransportUrlParser.parse(Secret.of(url)))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageStartingWith("[DEFAULT] transport_url ")
        .hasMessageNotContaining("hu");
  }

  @Test
  void whatFollowsTheQuestionMarkWinsOverTheFile() {
    Settings settings =
        Texts.settings(
            """
            [DEFAULT]
            transport_url = rabbit://u:p@h/v?ssl=1&heartbeat_timeout_threshold=30&ssl_ca_file=/a%20b&x=1&y=
            [oslo_messaging_rabbit]
            ssl = false
            heartbeat_timeout_threshold = 90
            rabbit_qos_prefetch_count = 3
            """);
    assertThat(settings.messaging().ssl()).isTrue();
    assertThat(settings.messaging().sslCaFile()).isEqualTo("/a b");
    assertThat(settings.messaging().heartbeatTimeoutThreshold()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.messaging().rabbitQosPrefetchCount()).isEqualTo(3);
    assertThat(settings.passedOver())
        .extracting(PassedOver::place)
        .containsExactly("[oslo_messaging_rabbit] x (nova.conf:2)");
  }

  @Test
  void aWrongValueBehindTheQuestionMarkIsNamed() {
    assertThatThrownBy(
            () -> Texts.settings("[DEFAULT]\ntransport_url = rabbit://u:hush@h/?ssl=perhaps\n"))
        .hasMessageStartingWith("nova.conf:2: [oslo_messaging_rabbit] ssl = perhaps is not one of")
        .hasMessageNotContaining("hush");
  }

  @Test
  void theOlderOptionsCountWithoutTheUrl() {
    Settings hosts =
        Texts.settings(
            """
            [DEFAULT]
            rabbit_host = a
            rabbit_hosts = b, [::1]:7
            rabbit_port = 6
            rabbit_userid = u
            rabbit_password = p
            rabbit_virtual_host = v
            """);
    assertThat(hosts.messaging().brokers())
        .containsExactly(
            new BrokerAddress("b", 6, "u", Secret.of("p"), "v"),
            new BrokerAddress("::1", 7, "u", Secret.of("p"), "v"));
    assertThat(Texts.settings("[oslo_messaging_rabbit]\nrabbit_host = a\n").messaging().brokers())
        .containsExactly(new BrokerAddress("a", 5672, "guest", Secret.of("guest"), "/"));
    assertThat(Texts.everyKeySet().messaging().brokers())
        .extracting(BrokerAddress::host)
        .containsExactly("r1", "r2");
    assertThat(Texts.settings().messaging().brokers()).isEmpty();
  }

  @Test
  void notificationsGoOutInOneWay() {
    assertThat(driver("")).isEqualTo(NotificationDriver.NOOP);
    assertThat(driver("driver = messaging\n")).isEqualTo(NotificationDriver.MESSAGING);
    assertThat(driver("driver = noop\ndriver = messagingv2\n"))
        .isEqualTo(NotificationDriver.MESSAGINGV2);
    assertThat(driver("driver = nova.openstack.common.notifier.rpc_notifier\n"))
        .isEqualTo(NotificationDriver.MESSAGING);
    assertThatThrownBy(() -> driver("driver = messaging\ndriver = messagingv2\n"))
        .hasMessageContaining("every notification is sent twice");
  }

  private static NotificationDriver driver(String lines) {
    return Texts.settings("[oslo_messaging_notifications]\n" + lines)
        .messaging()
        .notificationDriver();
  }
}
