package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;

class BootSignsTest {

  private static final int HEAD = BootSigns.HEAD_BYTES;

  @TempDir private Path folder;

  private static byte[] at(int place, byte... bytes) {
    byte[] head = new byte[HEAD];
    System.arraycopy(bytes, 0, head, place, bytes.length);
    return head;
  }

  @Test
  void aBootSectorOrAPartitionTableIsNoCauseForDoubt() {
    byte[] gpt = "EFI PART".getBytes(StandardCharsets.US_ASCII);

    assertThat(BootSigns.doubt(at(510, (byte) 0x55, (byte) 0xaa))).isEmpty();
    assertThat(BootSigns.doubt(at(512, gpt))).isEmpty();
    assertThat(BootSigns.doubt(at(4096, gpt))).isEmpty();
    assertThat(BootSigns.doubt(Images.raw(700, 3))).isEmpty();
  }

  @Test
  void textIsNamed() {
    String page = "<!DOCTYPE html>\r\n<title>Träge</title>\n\t<p>log in first</p>\n";
    assertThat(BootSigns.doubt(page.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "does not look like a bootable disk image: it begins with text, as a web page or an"
                + " error message does");
    assertThat(BootSigns.doubt(page.repeat(1000).getBytes(StandardCharsets.UTF_8)))
        .contains("begins with text");
  }

  @Test
  void zerosAndAnythingElseAreNamed() {
    assertThat(BootSigns.doubt(new byte[HEAD])).endsWith("it begins with 64 KiB of zeros");
    assertThat(BootSigns.doubt(new byte[100])).endsWith("zeros");
    byte[] ext4 = at(1080, (byte) 0x53, (byte) 0xef);
    assertThat(BootSigns.doubt(ext4)).endsWith("neither a boot sector nor a partition table");
    assertThat(BootSigns.doubt(at(510, (byte) 0x55))).endsWith("a partition table");
  }

  private CheckedImage stored(Packing packing, byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "image", "");
    Files.write(file, packing == Packing.GZIP ? Images.gzip(content) : content);
    return new CheckedImage(packing, Files.size(file), content.length, "0".repeat(64), file);
  }

  @Test
  void whatGoesOnTheDiskIsLookedAt() throws IOException {
    byte[] text = new byte[200_000];
    Arrays.fill(text, (byte) 'a');

    for (Packing packing : Packing.values()) {
      assertThat(stored(packing, Images.raw(200_000, 1)).doubt()).isEmpty();
      assertThat(stored(packing, text).doubt()).contains("begins with text");
    }
  }

  @Test
  void anImageThatWentAwayIsFetchedAgain() throws IOException {
    CheckedImage image = stored(Packing.RAW, new byte[1]);
    Files.delete(image.path());

    assertThatThrownBy(image::doubt).isInstanceOf(BackendException.Unreachable.class);
  }
}
