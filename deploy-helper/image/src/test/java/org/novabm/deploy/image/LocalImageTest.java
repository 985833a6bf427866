package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.deploy.ImageRef;

class LocalImageTest {

  private static final long MAX = 1 << 20;

  @TempDir private Path folder;
  private Path root;
  private PatientCache cache;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    ImageSettings settings =
        new ImageSettings(root, folder.resolve("cache"), MAX, MAX * 10, PatientCache.LOOPBACK);
    cache = new PatientCache(settings, Set::of, InstantSource.system());
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private static ImageRef image(String reference) {
    return new ImageRef(reference, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".img", ".raw"})
  void a_raw_image_is_found_by_its_id(String ending) throws IOException {
    byte[] bytes = Images.raw(100_000, 1);
    Files.write(root.resolve("debian" + ending), bytes);

    CheckedImage checked = cache.fetch(image("debian"));

    assertThat(checked.packing()).isEqualTo(Packing.RAW);
    assertThat(checked.storedBytes()).isEqualTo(100_000);
    assertThat(checked.rawBytes()).isEqualTo(100_000);
    assertThat(checked.rawSha256()).isEqualTo(Images.sha256(bytes));
    assertThat(checked.path()).hasBinaryContent(bytes);
    assertThat(CheckedImage.parse(checked.encoded())).isEqualTo(checked);
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".img.gz", ".raw.gz"})
  void a_packed_image_is_known_by_its_content(String ending) throws IOException {
    byte[] bytes = Images.raw(100_000, 2);
    byte[] packed = Images.gzip(bytes);
    Files.write(root.resolve("debian" + ending), packed);

    CheckedImage checked = cache.fetch(new ImageRef("debian", Images.sha256(packed), "raw"));

    assertThat(checked.packing()).isEqualTo(Packing.GZIP);
    assertThat(checked.storedBytes()).isEqualTo(packed.length);
    assertThat(checked.rawBytes()).isEqualTo(100_000);
    assertThat(checked.rawSha256()).isEqualTo(Images.sha256(bytes));
  }

  @Test
  void a_file_address_below_the_root_is_taken() throws IOException {
    Path file = Files.createDirectories(root.resolve("linux")).resolve("a.img");
    Files.write(file, Images.raw(1000, 3));

    assertThat(cache.fetch(image(file.toUri().toString())).rawBytes()).isEqualTo(1000);
  }

  @Test
  void nothing_outside_of_the_root_is_taken() throws IOException {
    Path secret = Files.write(folder.resolve("secret.img"), Images.raw(1000, 4));
    Files.createSymbolicLink(root.resolve("link"), secret);

    for (String reference :
        new String[] {
          secret.toUri().toString(),
          "file://" + root + "/../secret.img",
          "link",
          root.resolve("link").toUri().toString(),
          "file:///nowhere/at/all"
        }) {
      assertThatThrownBy(() -> cache.fetch(image(reference)))
          .as(reference)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("outside of the image root");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret", "a/b", ".hidden", "ftp://host/a", "file:relative", "file://host/a"})
  void what_is_no_id_is_not_looked_up(String reference) {
    assertThatThrownBy(() -> cache.fetch(image(reference))).isInstanceOf(Refused.class);
  }

  @Test
  void a_missing_image_and_a_folder_are_refused() throws IOException {
    Files.createDirectories(root.resolve("folder"));

    assertThatThrownBy(() -> cache.fetch(image("absent")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not in the image root " + root);
    assertThatThrownBy(() -> cache.fetch(image("folder")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not a file");
  }

  @Test
  void a_wrong_digest_is_refused_with_both() throws IOException {
    byte[] bytes = Images.raw(1000, 5);
    Files.write(root.resolve("a"), bytes);
    String other = "0".repeat(64);

    assertThatThrownBy(() -> cache.fetch(new ImageRef("a", other, null)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(other)
        .hasMessageContaining(Images.sha256(bytes));
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "514649fb00000003, qcow2",
    "4b444d5601000000, vmdk",
    "23204469736b2044657363726970746f7246696c65, vmdk",
    "7668647866696c65, vhdx",
    "636f6e6563746978, vhd",
    "fd377a585a00, xz",
    "28b52ffd, zstd",
    "425a6839, bzip2",
    "504b0304, zip",
    "4c554b53babe, luks",
    "51454400, qed"
  })
  void other_formats_are_refused_by_their_bytes(String hex, String word) throws IOException {
    byte[] bytes = Arrays.copyOf(java.util.HexFormat.of().parseHex(hex), 70_000);
    Files.write(root.resolve("plain"), bytes);
    Files.write(root.resolve("packed"), Images.gzip(bytes));

    assertThatThrownBy(() -> cache.fetch(image("plain")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is a " + word + " image; only raw");
    assertThatThrownBy(() -> cache.fetch(image("packed")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is a " + word + " image packed in gzip");
    assertThatThrownBy(() -> cache.fetch(new ImageRef("plain", null, "raw")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is declared raw, but its bytes are " + word);
  }

  @Test
  void an_iso_and_a_vdi_are_seen_behind_their_first_bytes() throws IOException {
    byte[] iso = Images.raw(100_000, 6);
    System.arraycopy(
        "CD001".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, iso, 0x8001, 5);
    Files.write(root.resolve("iso"), iso);
    byte[] vdi = new byte[1000];
    System.arraycopy(new byte[] {0x7f, 0x10, (byte) 0xda, (byte) 0xbe}, 0, vdi, 64, 4);
    Files.write(root.resolve("vdi"), vdi);

    assertThatThrownBy(() -> cache.fetch(image("iso"))).hasMessageContaining("is a iso image");
    assertThatThrownBy(() -> cache.fetch(image("vdi"))).hasMessageContaining("is a vdi image");
  }

  @Test
  void a_raw_image_declared_something_else_is_refused_cached_or_not() throws IOException {
    byte[] bytes = Images.raw(1000, 7);
    Files.write(root.resolve("a"), bytes);
    ImageRef declared = new ImageRef("a", Images.sha256(bytes), "qcow2");

    assertThatThrownBy(() -> cache.fetch(declared)).hasMessageContaining("declared qcow2");
    cache.fetch(new ImageRef("a", Images.sha256(bytes), "RAW"));
    assertThatThrownBy(() -> cache.fetch(declared)).hasMessageContaining("declared qcow2");
  }

  @Test
  void bounds_hold_stored_and_unpacked() throws IOException {
    Files.write(root.resolve("large"), Images.raw((int) MAX + 1, 8));
    Files.write(root.resolve("bomb"), Images.gzip(new byte[(int) MAX + 1]));
    Files.write(root.resolve("just"), Images.gzip(new byte[(int) MAX]));

    assertThatThrownBy(() -> cache.fetch(image("large")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("max_image_mb");
    assertThatThrownBy(() -> cache.fetch(image("bomb")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("unpacks to more than 1 MiB");
    assertThat(cache.fetch(image("just")).rawBytes()).isEqualTo(MAX);
  }

  @Test
  void empty_and_damaged_images_are_refused() throws IOException {
    byte[] packed = Images.gzip(Images.raw(100_000, 9));
    Files.write(root.resolve("empty"), new byte[0]);
    Files.write(root.resolve("nothing"), Images.gzip(new byte[0]));
    Files.write(root.resolve("cut"), Arrays.copyOf(packed, packed.length - 100));
    packed[packed.length / 2] ^= 1;
    Files.write(root.resolve("flipped"), packed);

    for (String name : new String[] {"empty", "nothing", "cut", "flipped"}) {
      assertThatThrownBy(() -> cache.fetch(image(name))).as(name).isInstanceOf(Refused.class);
    }
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void an_image_must_fit_the_disk_with_its_config_drive() throws IOException {
    Files.write(root.resolve("a"), Images.raw(1 << 20, 10));
    CheckedImage checked = cache.fetch(image("a"));

    checked.requireFits("image a", 1 << 20, false);
    checked.requireFits("image a", 18 << 20, true);
    assertThatThrownBy(() -> checked.requireFits("image a", (18 << 20) - 1, true))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("18 MiB with its config drive")
        .hasMessageContaining("18874367 bytes");
  }
}
