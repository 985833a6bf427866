package org.novabm.deploy.image;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where images come from and how large they may be.
 *
 * @param root the one folder that ids and {@code file:} addresses are looked up in
 * @param cache the folder of checked images; made when missing
 * @param maxImageBytes bound of an image, stored and unpacked alike
 * @param cacheLimitBytes above this the cache drops what no order needs
 * @param silence how long a source may send nothing
 */
public record ImageSettings(
    Path root, Path cache, long maxImageBytes, long cacheLimitBytes, Duration silence) {

  public ImageSettings {
    if (maxImageBytes <= 0 || cacheLimitBytes < 0 || !silence.isPositive()) {
      throw new IllegalArgumentException("the image bounds must be above zero");
    }
  }
}
