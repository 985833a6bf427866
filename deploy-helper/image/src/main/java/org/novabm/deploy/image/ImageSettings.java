package org.novabm.deploy.image;

import java.nio.file.Path;
import java.util.List;
import org.novabm.spi.MemoryBound;

/**
 * Where images come from and how large they may be.
 *
 * @param root the one folder that ids and {@code file:} addresses are looked up in
 * @param cache the folder of checked images; made when missing
 * @param maxImageBytes bound of an image, stored and unpacked alike
 * @param cacheLimitBytes above this the cache drops what no order needs
 * @param fetching how they are fetched
 */
public record ImageSettings(
    Path root, Path cache, long maxImageBytes, long cacheLimitBytes, FetchSettings fetching) {

  /**
   * Heap of one fetch: the head of the answer (at most 50 lines of 4 KiB in two-byte characters),
   * the client's buffer (8 KiB), ours (64 KiB), and TLS (two records of 17 KiB in each direction);
   * unpacking (3 x 64 KiB and 64 KiB of zlib's) begins when the answer is let go.
   */
  private static final long BYTES_A_FETCH = 512 << 10;

  public ImageSettings {
    if (maxImageBytes <= 0 || cacheLimitBytes < 0) {
      throw new IllegalArgumentException("the image bounds must be above zero");
    }
  }

  /** The most heap that image sources can make this process hold. */
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "images being fetched",
            "[deploy:agent] image_fetches",
            fetching.places(),
            BYTES_A_FETCH));
  }
}
