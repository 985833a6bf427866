package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.deploy.ImageRef;

/** Which hosts are asked for images, over real connections. */
class EgressTest {

  private final byte[] bytes = Images.raw(1 << 20, 1);
  private final AtomicInteger lookups = new AtomicInteger();

  @TempDir private Path folder;
  private ImageServer server;

  @BeforeEach
  void open() throws IOException {
    server = new ImageServer(bytes);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private PatientCache cache(String hosts) {
    return new PatientCache(folder, bytes.length, PatientCache.from(hosts), this::lookUp);
  }

  /** A name that is honest once, and leads to another address when it is looked up again. */
  private InetAddress[] lookUp(String host) throws UnknownHostException {
    if (!host.equals("turncoat.test")) {
      return InetAddress.getAllByName(host);
    }
    String address = lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2";
    return new InetAddress[] {InetAddress.ofLiteral(address)};
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.2",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[fe80::1%25lo]",
        "[fe80::1%lo]",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "user:pw@127.0.0.1",
        "images.test@127.0.0.1",
        "127.0.0.1#@images.test",
        "%6c%6f%63%61%6c%68%6f%73%74"
      })
  void thisHostIsNotAskedForImages(String host) {
    ImageRef image = new ImageRef("http://" + host + ":" + server.port() + "/image", null, null);

    try (PatientCache cache = cache("")) {
      assertThatThrownBy(() -> cache.fetch(image)).isInstanceOf(BackendException.class);
    }
    assertThat(server.requests).hasValue(0);
  }

  @Test
  void thisHostIsAskedWhenItsAddressIsListed() {
    try (PatientCache cache = cache("127.0.0.1")) {
      assertThat(cache.fetch(new ImageRef(server.address("/image"), null, null)).path())
          .hasBinaryContent(bytes);
    }
  }

  @Test
  void aRedirectLeadsOnlyToWhereImagesMayComeFrom() throws IOException {
    try (ImageServer inside = new ImageServer(bytes, "127.0.0.2");
        PatientCache cache = cache("127.0.0.1")) {
      for (String to :
          List.of(
              inside.address("/image"),
              "http://[::1]:" + inside.port() + "/image",
              "//127.0.0.2:" + inside.port() + "/image",
              "http://user@127.0.0.2:" + inside.port() + "/image")) {
        server.elsewhere = to;
        assertThatThrownBy(
                () -> cache.fetch(new ImageRef(server.address("/elsewhere"), null, null)))
            .as(to)
            .isInstanceOf(Refused.class);
      }
      assertThat(inside.requests).hasValue(0);
    }
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() throws IOException {
    ImageRef image = new ImageRef("http://turncoat.test:" + server.port() + "/image", null, null);

    try (PatientCache cache = cache("127.0.0.1")) {
      assertThat(cache.fetch(image).path()).hasBinaryContent(bytes);
      assertThat(lookups).hasValue(1);
      assertThat(server.requests).hasValue(1);
      assertThatThrownBy(() -> cache.fetch(image))
          .as("each request is checked anew")
          .isInstanceOf(Refused.class)
          .hasMessageContaining("127.0.0.2");
    }
  }
}
