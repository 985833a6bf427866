package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.deploy.ImageRef;

/** A slow server that has as many names as it likes: it holds up itself alone. */
@Timeout(60)
class ManyNamesTest {

  private static final int SLOW = 5;

  /** Slow ones are not hung up on for as long as the test takes. */
  private static final FetchSettings PATIENT =
      PatientCache.with(
          ImageHosts.parse("127.0.0.1,127.0.0.2"),
          Duration.ofMinutes(1),
          PatientCache.LOOPBACK.window(),
          PatientCache.LOOPBACK.longest());

  private final byte[] bytes = Images.raw(1 << 20, 1);
  private final Semaphore told = new Semaphore(0);

  @TempDir private Path folder;
  private ImageServer slow;
  private ImageServer honest;
  private PatientCache patient;

  @BeforeEach
  void open() throws IOException {
    slow = new ImageServer(bytes);
    honest = new ImageServer(bytes, "127.0.0.2");
    patient = new PatientCache(folder, bytes.length, PATIENT, ManyNamesTest::lookUp);
  }

  @AfterEach
  void close() {
    slow.close();
    patient.close();
    honest.close();
  }

  private static InetAddress[] lookUp(String host) {
    return new InetAddress[] {
      InetAddress.ofLiteral(host.startsWith("slow") ? "127.0.0.1" : "127.0.0.2")
    };
  }

  private List<ImageRef> asked(String path) {
    List<ImageRef> images = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      String host = path.equals("/elsewhere") ? "honest" + i : "slow" + i;
      int port = path.equals("/elsewhere") ? honest.port() : slow.port();
      images.add(new ImageRef("http://%s.test:%d%s".formatted(host, port, path), null, null));
    }
    images.forEach(
        image -> patient.cache.ask(UUID.randomUUID(), image, Long.MAX_VALUE, told::release));
    return images;
  }

  private void anotherIsServed() {
    String address = "http://other.test:" + honest.port() + "/image";
    assertThat(patient.fetch(new ImageRef(address, null, null)).path()).hasBinaryContent(bytes);
  }

  @Test
  void theNamesOfOneAddressShareItsPlaces() throws InterruptedException {
    asked("/slow");

    anotherIsServed();

    slow.release.countDown();
    assertThat(told.tryAcquire(SLOW, 20, TimeUnit.SECONDS)).as("all of them in the end").isTrue();
  }

  @Test
  void whoIsLedThereByRedirectsSharesThemToo() throws InterruptedException {
    honest.elsewhere = "http://slow9.test:" + slow.port() + "/slow";
    asked("/elsewhere");

    anotherIsServed();

    slow.release.countDown();
    assertThat(told.tryAcquire(SLOW, 20, TimeUnit.SECONDS)).as("all of them in the end").isTrue();
  }
}
