package org.novabm.deploy.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;
import org.novabm.spi.deploy.ImageRef;

/** A source of images whose answers are wrong on the wire. */
class LyingSourceTest implements LyingPeerContract {

  private static final byte[] IMAGE = Images.raw(256 << 10, 1);

  @TempDir static Path folder;
  private static ImageServer server;

  @BeforeAll
  static void startServer() throws IOException {
    server = new ImageServer(IMAGE);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  public LyingPeer peer() throws IOException {
    return LyingWire.from(server.port());
  }

  @Override
  public void ask(int port, Duration within) {
    String address = "http://127.0.0.1:%d/%s".formatted(port, port % 2 == 0 ? "moved" : "image");
    ImageRef image = new ImageRef(address, Images.sha256(IMAGE), null);
    FetchSettings patience =
        PatientCache.with(PatientCache.LOOPBACK.hosts(), within, within, within.multipliedBy(2));
    try (PatientCache cache =
        new PatientCache(folder.resolve("" + UUID.randomUUID()), 1 << 20, patience)) {
      cache.fetch(image);
    }
  }

  @Override
  public int answers() {
    return 4;
  }
}
