package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.BackendException.Unreachable;
import org.novabm.spi.deploy.ImageRef;

class HttpImageTest {

  private final byte[] bytes = Images.raw(1 << 20, 1);

  @TempDir private Path folder;
  private ImageServer server;
  private ImageCache cache;

  @BeforeEach
  void open() throws IOException {
    server = new ImageServer(bytes);
    cache = cache(bytes.length, Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    cache.close();
    server.close();
  }

  private ImageCache cache(long max, Duration silence) {
    ImageSettings settings =
        new ImageSettings(
            folder.resolve("root"), folder.resolve("cache"), max, Long.MAX_VALUE, silence);
    return new ImageCache(settings, Set::of, InstantSource.system());
  }

  private ImageRef at(String path) {
    return new ImageRef(server.address(path), null, null);
  }

  @Test
  void an_image_is_fetched_and_a_redirect_followed() {
    assertThat(cache.fetch(at("/image")).path()).hasBinaryContent(bytes);
    assertThat(cache.fetch(at("/moved")).rawSha256()).isEqualTo(Images.sha256(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "/gone, 404",
    "/page, web page",
    "/round, redirects more than 5 times",
    "/tofile, not http or https"
  })
  void what_will_not_get_better_is_refused(String path, String text) {
    assertThatThrownBy(() -> cache.fetch(at(path)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({"/broken, 503", "/silent, sent nothing for 1.0 s", "/short, breaks off"})
  void what_may_get_better_is_unreachable(String path, String text) throws IOException {
    assertThatThrownBy(() -> cache.fetch(at(path)))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining(text);
    if (Files.exists(folder.resolve("cache"))) {
      assertThat(folder.resolve("cache")).isEmptyDirectory();
    }
  }

  @Test
  void a_source_that_is_not_there_is_unreachable() {
    ImageRef nowhere = new ImageRef("http://127.0.0.1:1/image?signature=s3cret", null, null);

    assertThatThrownBy(() -> cache.fetch(nowhere))
        .isInstanceOf(Unreachable.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void a_password_in_an_address_is_refused_and_not_repeated() {
    ImageRef image = new ImageRef("http://me:s3cret@127.0.0.1:1/image", null, null);

    assertThatThrownBy(() -> cache.fetch(image))
        .isInstanceOf(Refused.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void an_image_that_announces_too_much_is_refused() {
    try (ImageCache small = cache(bytes.length - 1, Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> small.fetch(at("/image")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("max_image_mb");
    }
  }

  @Test
  void an_image_with_a_digest_is_not_fetched_again_from_anywhere() {
    String digest = Images.sha256(bytes);
    CheckedImage first = cache.fetch(new ImageRef(server.address("/image"), digest, null));

    assertThat(cache.fetch(new ImageRef(server.address("/gone"), digest, null))).isEqualTo(first);
    assertThat(server.requests).hasValue(1);
  }

  @Test
  void an_image_without_a_digest_is_asked_for_its_version() throws IOException {
    CheckedImage first = cache.fetch(at("/versioned"));

    assertThat(cache.fetch(at("/versioned"))).isEqualTo(first);
    assertThat(cache.fetch(at("/image"))).isNotEqualTo(cache.fetch(at("/image")));
  }

  @Test
  void an_image_asked_for_by_many_is_fetched_once()
      throws InterruptedException, ExecutionException {
    try (ImageCache patient = cache(bytes.length, Duration.ofMinutes(5));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CheckedImage>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(
            threads.submit(
                () ->
                    patient.fetch(
                        new ImageRef(server.address("/slow"), Images.sha256(bytes), null))));
      }
      server.release.countDown();
      for (Future<CheckedImage> one : all) {
        assertThat(one.get()).isEqualTo(all.getFirst().get());
      }
    }
    assertThat(server.requests).hasValue(1);
  }
}
