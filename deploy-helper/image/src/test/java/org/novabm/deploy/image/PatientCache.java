package org.novabm.deploy.image;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.novabm.spi.deploy.ImageRef;

/** A cache whose callers wait for their images. */
final class PatientCache implements AutoCloseable {

  /** May fetch from 127.0.0.1, patiently. */
  static final FetchSettings LOOPBACK =
      new FetchSettings(
          ImageHosts.parse("127.0.0.1"),
          4,
          Duration.ofSeconds(5),
          64 << 10,
          Duration.ofMinutes(1),
          Duration.ofHours(1));

  final ImageCache cache;

  PatientCache(ImageSettings settings, Supplier<Set<Path>> needed, InstantSource time) {
    cache = new ImageCache(settings, needed, time);
  }

  PatientCache(Path folder, long max, FetchSettings fetching, EgressRule.Lookup lookup) {
    cache =
        new ImageCache(settings(folder, max, fetching), Set::of, InstantSource.system(), lookup);
  }

  PatientCache(Path folder, long max, FetchSettings fetching) {
    this(folder, max, fetching, InetAddress::getAllByName);
  }

  static ImageSettings settings(Path folder, long max, FetchSettings fetching) {
    return new ImageSettings(
        folder.resolve("root"), folder.resolve("cache"), max, Long.MAX_VALUE, fetching);
  }

  static FetchSettings silent(Duration silence) {
    return with(LOOPBACK.hosts(), silence, LOOPBACK.window(), LOOPBACK.longest());
  }

  static FetchSettings from(String hosts) {
    return with(ImageHosts.parse(hosts), LOOPBACK.silence(), LOOPBACK.window(), LOOPBACK.longest());
  }

  static FetchSettings with(ImageHosts hosts, Duration silence, Duration window, Duration longest) {
    return new FetchSettings(
        hosts, LOOPBACK.places(), silence, LOOPBACK.leastBytesPerSecond(), window, longest);
  }

  /** For a node with any disk. */
  CheckedImage fetch(ImageRef image) {
    return fetch(image, Long.MAX_VALUE);
  }

  CheckedImage fetch(ImageRef image, long diskBytes) {
    UUID waiter = UUID.randomUUID();
    Semaphore told = new Semaphore(0);
    while (true) {
      ImageState state = cache.ask(waiter, image, diskBytes, told::release);
      if (state instanceof ImageState.Here(var checked)) {
        return checked;
      }
      try {
        if (!told.tryAcquire(20, TimeUnit.SECONDS)) {
          throw new AssertionError("after 20 s the image is still " + state);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
