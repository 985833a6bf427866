package org.novabm.conf.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.settings.Settings;

class BrokerTlsTest {

  private static final String BROKER = "[DEFAULT]\ntransport_url = rabbit://u:p@127.0.0.1:1/\n";
  private static final String RABBIT = BROKER + "[oslo_messaging_rabbit]\n";

  @TempDir Path folder;

  @Test
  void withoutSslThereIsNone() {
    assertThat(BrokerTls.of(settings(BROKER).messaging())).isNull();
    assertThat(ServiceBroker.of(settings(BROKER), "test").tls()).isNull();
  }

  @Test
  void withSslEveryConnectionHasIt() {
    assertThat(ServiceBroker.of(settings(RABBIT + "ssl = true\n"), "test").tls()).isNotNull();
  }

  @Test
  void theVersionThatIsAskedForIsTheNewest() throws Exception {
    var tls = BrokerTls.of(settings(RABBIT + "ssl = true\nssl_version = TLSv1_2\n").messaging());

    assertThat(tls).isNotNull();
    assertThat(tls.getDefaultSSLParameters().getProtocols()).containsExactly("TLSv1.2");
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithItsOption() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    for (Path file : List.of(empty, folder.resolve("none.pem"))) {
      assertThatThrownBy(
              () ->
                  BrokerTls.of(
                      settings(RABBIT + "ssl = true\nssl_ca_file = " + file + "\n").messaging()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("[oslo_messaging_rabbit] ssl_ca_file = " + file);
    }
  }

  private static Settings settings(String text) {
    return Settings.from(List.of(NovaConfFile.parse("nova.conf", text)));
  }
}
