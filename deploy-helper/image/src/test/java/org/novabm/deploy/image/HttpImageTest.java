package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.BackendException.Unreachable;
import org.novabm.spi.deploy.ImageRef;

class HttpImageTest {

  private final byte[] bytes = Images.raw(1 << 20, 1);

  @TempDir private Path folder;
  private ImageServer server;
  private PatientCache cache;

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

  private PatientCache cache(long max, Duration silence) {
    return new PatientCache(folder, max, PatientCache.silent(silence));
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
    "/nothing, answers HTTP status 204",
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
    try (PatientCache small = cache(bytes.length - 1, Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> small.fetch(at("/image")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("max_image_mb");
    }
  }

  @Test
  void an_image_with_a_digest_is_kept_though_its_source_has_no_version() {
    ImageRef image = new ImageRef(server.address("/image"), Images.sha256(bytes), null);
    CheckedImage first = cache.fetch(image);

    assertThat(cache.fetch(image)).isEqualTo(first);
    assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**.image");
    assertThat(server.requests).as("asked each time, read once").hasValue(2);
  }

  @Test
  void a_cached_image_is_not_given_to_who_cannot_fetch_it() {
    String digest = Images.sha256(bytes);
    cache.fetch(new ImageRef(server.address("/image"), digest, null));

    for (String other : List.of(server.address("/gone"), "http://127.0.0.1:1/none", "no-such-id")) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(other, digest, null)))
          .as(other)
          .isInstanceOf(BackendException.class);
    }
  }

  @Test
  void a_source_that_has_something_else_does_not_get_the_cached_image_of_a_digest()
      throws IOException {
    String digest = Images.sha256(bytes);
    cache.fetch(new ImageRef(server.address("/image"), digest, null));

    try (ImageServer mine = new ImageServer(Images.raw(1 << 20, 2))) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(mine.address("/image"), digest, null)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("has the wrong content");
    }
  }

  @Test
  void the_same_bytes_from_two_sources_are_kept_once() throws IOException {
    CheckedImage first = cache.fetch(at("/image"));
    Files.createDirectories(folder.resolve("root"));
    Files.write(folder.resolve("root").resolve("a"), bytes);

    assertThat(cache.fetch(new ImageRef("a", null, null)).path()).isEqualTo(first.path());
  }

  @Test
  void an_image_without_a_digest_is_asked_for_its_version() {
    CheckedImage first = cache.fetch(at("/versioned"));

    assertThat(cache.fetch(at("/versioned"))).isEqualTo(first);
  }

  @Test
  void an_image_asked_for_by_many_is_fetched_once() throws InterruptedException {
    ImageRef image = new ImageRef(server.address("/slow"), Images.sha256(bytes), null);
    List<UUID> waiters = Stream.generate(UUID::randomUUID).limit(20).toList();
    Semaphore told = new Semaphore(0);
    for (UUID waiter : waiters) {
      assertThat(cache.cache.ask(waiter, image, Long.MAX_VALUE, told::release))
          .isInstanceOf(ImageState.OnItsWay.class);
    }
    server.release.countDown();

    assertThat(told.tryAcquire(waiters.size(), 10, TimeUnit.SECONDS)).isTrue();
    assertThat(waiters)
        .map(waiter -> cache.cache.ask(waiter, image, Long.MAX_VALUE, () -> {}))
        .hasOnlyElementsOfType(ImageState.Here.class)
        .containsOnly(new ImageState.Here(cache.fetch(image)));
    assertThat(server.requests).as("the last one by the line above").hasValue(2);
  }
}
