package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.deploy.ImageRef;

class DigestTest {

  private final byte[] bytes = Images.raw(100_000, 1);

  @TempDir private Path folder;
  private PatientCache cache;

  @BeforeEach
  void open() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.write(root.resolve("plain.img"), bytes);
    Files.write(root.resolve("packed.img.gz"), Images.gzip(bytes));
    cache = new PatientCache(folder, 1 << 20, PatientCache.LOOPBACK);
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private static ImageRef named(String id, DigestKind kind, byte[] content) {
    String digest = Images.digest(kind.algorithm(), content);
    return with(id, kind, digest);
  }

  private static ImageRef with(String id, DigestKind kind, @Nullable String digest) {
    return switch (kind) {
      case SHA512 -> new ImageRef(id, null, null, digest, null);
      case SHA256 -> new ImageRef(id, digest, null, null, null);
      case MD5 -> new ImageRef(id, null, null, null, digest);
    };
  }

  @ParameterizedTest
  @EnumSource
  void theRightDigestIsTaken(DigestKind kind) {
    assertThat(cache.fetch(named("plain", kind, bytes)).path()).hasBinaryContent(bytes);
    assertThat(cache.fetch(named("packed", kind, Images.gzip(bytes))).packing())
        .isEqualTo(Packing.GZIP);
    assertThat(cache.fetch(named("packed", kind, bytes)).rawSha256())
        .as("an image service tells the digest of what it keeps unpacked")
        .isEqualTo(Images.sha256(bytes));
  }

  @ParameterizedTest
  @EnumSource
  void aWrongDigestIsRefusedWithBoth(DigestKind kind) {
    byte[] other = Images.raw(100_000, 2);

    for (String id : new String[] {"plain", "packed"}) {
      assertThatThrownBy(() -> cache.fetch(named(id, kind, other)))
          .as(id)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("expected " + kind.algorithm())
          .hasMessageContaining(Images.digest(kind.algorithm(), other));
    }
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void oneRightDigestDoesNotExcuseAWrongOne() {
    ImageRef image = new ImageRef("plain", Images.sha256(bytes), null, "0".repeat(128), null);

    cache.fetch(named("plain", DigestKind.SHA256, bytes));
    assertThatThrownBy(() -> cache.fetch(image)).hasMessageContaining("expected SHA-512 000");
    assertThatThrownBy(
            () ->
                cache.fetch(
                    new ImageRef("plain", Images.sha256(bytes), null, null, "0".repeat(32))))
        .hasMessageContaining("expected MD5 000");
  }

  private static ImageRef sized(String id, @Nullable String sha512, long size) {
    return new ImageRef(id, null, null, sha512, null, size);
  }

  @Test
  void theRightSizeIsTakenPackedOrNot() {
    int packed = Images.gzip(bytes).length;

    assertThat(cache.fetch(sized("plain", null, bytes.length)).rawBytes()).isEqualTo(bytes.length);
    assertThat(cache.fetch(sized("packed", null, packed)).storedBytes()).isEqualTo(packed);
    assertThat(cache.fetch(sized("packed", null, bytes.length)).storedBytes())
        .as("an image service tells the size of what it keeps unpacked")
        .isEqualTo(packed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "packed"})
  void anotherSizeIsRefusedWithAndWithoutADigestAndFromTheCache(String id) {
    String sha512 = Images.digest("SHA-512", bytes);
    cache.fetch(sized(id, sha512, bytes.length));

    for (String digest : new @Nullable String[] {null, sha512}) {
      for (long size : new long[] {1, bytes.length - 1, bytes.length + 1}) {
        assertThatThrownBy(() -> cache.fetch(sized(id, digest, size)))
            .isInstanceOf(Refused.class)
            .hasMessageContaining("has the wrong");
      }
    }
    assertThatThrownBy(() -> cache.fetch(sized("plain", sha512, 7)))
        .hasMessageContaining("expected 7 bytes, there are " + bytes.length);
  }

  @Test
  void whatVouchesForAnImageIsSaid() {
    assertThat(named("a", DigestKind.SHA512, bytes).proof()).isEqualTo("its SHA-512 is right");
    assertThat(named("a", DigestKind.SHA256, bytes).proof()).isEqualTo("its SHA-256 is right");
    assertThat(named("a", DigestKind.MD5, bytes).proof()).contains("MD5", "proves no origin");
    assertThat(new ImageRef("a", null, null).proof())
        .isEqualTo("the message names no digest: the image is taken on trust");
  }
}
