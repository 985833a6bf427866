package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.BackendException.Unreachable;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Preparation;

/** Who waits for images, and for how long. */
@Timeout(30)
class ImageCacheTest {

  private final byte[] bytes = Images.raw(1 << 20, 1);

  @TempDir private Path folder;
  private ImageServer server;
  private PatientCache patient;
  private ImageCache cache;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("root"));
    Files.write(folder.resolve("root").resolve("mine.img"), bytes);
    server = new ImageServer(bytes);
    patient = new PatientCache(folder, bytes.length, PatientCache.from("127.0.0.1, 127.0.0.2"));
    cache = patient.cache;
  }

  @AfterEach
  void close() {
    patient.close();
    server.close();
  }

  private ImageRef drip(int number) {
    return new ImageRef(server.address("/drip?" + number), null, null);
  }

  private UUID waiting(ImageRef image) {
    UUID waiter = UUID.randomUUID();
    assertThat(cache.ask(waiter, image, Long.MAX_VALUE, () -> {}))
        .isInstanceOf(ImageState.OnItsWay.class);
    return waiter;
  }

  @Test
  void sixtyFourImagesThatDripHoldUpNobodyElse() throws IOException {
    for (int i = 0; i < 64; i++) {
      waiting(drip(i));
    }

    try (ImageServer other = new ImageServer(bytes, "127.0.0.2")) {
      assertThat(patient.fetch(new ImageRef(other.address("/image"), null, null)).path())
          .hasBinaryContent(bytes);
    }
    assertThat(patient.fetch(new ImageRef("mine", null, null)).path()).hasBinaryContent(bytes);
    assertThat(server.requests).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void theLastOneToLeaveEndsTheFetchAtOnce() throws InterruptedException {
    UUID first = waiting(drip(1));
    UUID second = waiting(drip(1));

    cache.leave(first);
    assertThat(server.hungUp.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(cache.awaits(second)).isTrue();
    cache.leave(second);
    cache.leave(second);

    assertThat(server.hungUp.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    assertThat(server.requests).hasValue(1);
  }

  @Test
  void whoLeavesTheQueueIsNeverFetchedFor() {
    List<UUID> waiters = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiters.add(waiting(drip(i)));
    }
    waiters.forEach(cache::leave);

    patient.fetch(new ImageRef(server.address("/image"), null, null));
    assertThat(server.requests).as("two that ran, and the last").hasValueLessThanOrEqualTo(3);
  }

  @Test
  void anImageThatWasGivenUpIsBegunAnew() {
    ImageRef image = new ImageRef(server.address("/slow"), null, null);
    cache.leave(waiting(image));
    server.release.countDown();

    assertThat(patient.fetch(image).path()).hasBinaryContent(bytes);
  }

  @Test
  void whatAProcessThatEndsLeavesHalfFetchedIsBegunAnewByTheNext() {
    UUID waiter = waiting(new ImageRef(server.address("/silent"), null, null));
    patient.close();

    assertThatThrownBy(() -> cache.ask(waiter, drip(1), 1, () -> {}))
        .isInstanceOf(Unreachable.class);
    try (PatientCache next = new PatientCache(folder, bytes.length, PatientCache.LOOPBACK)) {
      assertThat(next.fetch(new ImageRef(server.address("/image"), null, null)).path())
          .hasBinaryContent(bytes);
    }
  }

  @Test
  void progressIsTold() {
    UUID waiter = waiting(new ImageRef(server.address("/silent"), null, null));
    ImageState half = new ImageState.OnItsWay(new Preparation.Fetching(1 << 19, 1 << 20));
    ImageRef image = new ImageRef(server.address("/silent"), null, null);

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          while (!cache.ask(waiter, image, Long.MAX_VALUE, () -> {}).equals(half)) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void aFailureIsToldOnceAndTheNextAttemptBeginsAnew() {
    ImageRef gone = new ImageRef(server.address("/gone"), null, null);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> patient.fetch(gone)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void anImageOfThisHostThatIsCachedIsHereAtOnce() {
    ImageRef mine = new ImageRef("mine", null, null);
    CheckedImage checked = patient.fetch(mine);

    assertThat(cache.ask(UUID.randomUUID(), mine, 1, () -> {}))
        .isEqualTo(new ImageState.Here(checked));
  }

  @Test
  void anImageOfThisHostThatIsGoneIsRefusedThoughItIsCached() throws IOException {
    ImageRef mine = new ImageRef("mine", Images.sha256(bytes), null);
    patient.fetch(mine);
    Files.delete(folder.resolve("root").resolve("mine.img"));

    assertThatThrownBy(() -> patient.fetch(mine))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not in the image root");
  }

  @Test
  void anImageIsBoundedByTheLargestDiskThatWaitsForIt() {
    ImageRef image = new ImageRef("mine", null, null);

    assertThatThrownBy(() -> patient.fetch(image, bytes.length - 1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("the node's disk has " + (bytes.length - 1) + " bytes");
    assertThat(patient.fetch(image, bytes.length).rawBytes()).isEqualTo(bytes.length);
  }

  @Test
  void anImageThatUnpacksToMoreThanTheNodesDiskIsRefused() throws IOException {
    Files.write(folder.resolve("root").resolve("bomb.gz"), Images.gzip(new byte[1 << 20]));

    assertThatThrownBy(() -> patient.fetch(new ImageRef("bomb", null, null), 1 << 16))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("unpacks to more than 65536 bytes, and the node's disk has");
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftOfManyThatWereGivenUp() throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      List<UUID> waiters = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        waiters.add(waiting(drip(i)));
      }
      waiters.forEach(cache::leave);
    }
    patient.close();

    for (Thread thread : fetchThreads()) {
      assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }
    assertThat(folder.resolve("cache"))
        .satisfiesAnyOf(
            cached -> assertThat(cached).doesNotExist(),
            cached -> assertThat(cached).isEmptyDirectory());
  }

  private static List<Thread> fetchThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("image-fetch"))
        .toList();
  }
}
