package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.deploy.ImageRef;

class CacheFolderTest {

  private final Set<Path> needed = new HashSet<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void images() throws IOException {
    Files.createDirectories(folder.resolve("root"));
    for (String name : new String[] {"a", "b", "c"}) {
      Files.write(folder.resolve("root").resolve(name), Images.raw(1 << 20, name.hashCode()));
    }
  }

  private PatientCache cache(Path at, long limit) {
    ImageSettings settings =
        new ImageSettings(folder.resolve("root"), at, 10 << 20, limit, PatientCache.LOOPBACK);
    return new PatientCache(settings, () -> needed, () -> now);
  }

  private CheckedImage fetch(PatientCache cache, String name) {
    now = now.plus(Duration.ofHours(1));
    return cache.fetch(new ImageRef(name, null, null));
  }

  @Test
  void the_image_unused_longest_goes_first() {
    try (PatientCache cache = cache(folder.resolve("cache"), 2 << 20)) {
      CheckedImage a = fetch(cache, "a");
      CheckedImage b = fetch(cache, "b");
      assertThat(fetch(cache, "a")).isEqualTo(a);
      CheckedImage c = fetch(cache, "c");

      assertThat(a.path()).exists();
      assertThat(b.path()).doesNotExist();
      assertThat(c.path()).exists();
    }
  }

  @Test
  void an_image_that_an_order_needs_stays() {
    try (PatientCache cache = cache(folder.resolve("cache"), 1 << 20)) {
      CheckedImage a = fetch(cache, "a");
      needed.add(a.path());
      CheckedImage b = fetch(cache, "b");
      fetch(cache, "c");

      assertThat(a.path()).exists();
      assertThat(b.path()).doesNotExist();
    }
  }

  @Test
  void an_image_that_was_just_asked_for_stays() {
    try (PatientCache cache = cache(folder.resolve("cache"), 1)) {
      CheckedImage a = fetch(cache, "a");
      CheckedImage b = cache.fetch(new ImageRef("b", null, null));

      assertThat(a.path()).exists();
      assertThat(b.path()).exists();
    }
  }

  @Test
  void a_damaged_cache_is_mended() throws IOException {
    try (PatientCache cache = cache(folder.resolve("cache"), 10 << 20)) {
      CheckedImage a = fetch(cache, "a");
      Files.write(a.path(), new byte[10]);

      assertThat(fetch(cache, "a").path()).hasBinaryContent(Images.raw(1 << 20, "a".hashCode()));
    }
  }

  @Test
  void a_cache_folder_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    try (PatientCache cache = cache(file.resolve("cache"), 10 << 20)) {
      assertThatThrownBy(() -> fetch(cache, "a"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("cannot be kept in " + file.resolve("cache"));
    }
  }

  @Test
  void a_full_disk_is_named() throws IOException, InterruptedException {
    Path small = Files.createDirectories(folder.resolve("small"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", small.toString())
            .start();
    assumeTrue(mount.waitFor() == 0, "only root can mount a small disk");
    try (PatientCache cache = cache(small, 10 << 20)) {
      assertThatThrownBy(() -> fetch(cache, "a"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("cannot be kept in " + small)
          .hasMessageContaining("No space left on device");
      assertThat(small).isEmptyDirectory();
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
  }
}
