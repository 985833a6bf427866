package org.novabm.deploy.agent;

import java.nio.file.Path;
import java.time.Duration;
import org.novabm.deploy.image.FetchSettings;
import org.novabm.deploy.image.ImageHosts;
import org.novabm.deploy.image.ImageSettings;
import org.novabm.spi.settings.Setting;

/** Where images come from and are kept, as it is written. */
record ImageOptions(
    @Setting(
            value =
                "Only folder that images given as files are read from; in nova.conf, image_root of"
                    + " [novabm] is taken when it is not set here.",
            byDefault = "/var/lib/nova/images/root")
        Path imageRoot,
    @Setting(
            value =
                "Folder of fetched images; in nova.conf, image_cache of [novabm] is taken when it is"
                    + " not set here.",
            byDefault = "/var/lib/nova/images/cache")
        Path imageCache,
    @Setting(value = "Largest image that is taken.", byDefault = "65536", least = 1, unit = "MiB")
        int maxImageMb,
    @Setting(
            value = "What fetched images may have of the disk.",
            byDefault = "102400",
            unit = "MiB")
        int cacheLimitMb,
    @Setting(
            "Hosts, *.domains, addresses and networks that images may come from by http and https;"
                + " empty: all but loopback, link-local, this host's own and the like. In nova.conf,"
                + " image_hosts of [novabm] is taken when it is not set here.")
        String imageHosts,
    @Setting(value = "Images that are fetched at one time.", byDefault = "4", least = 1, most = 64)
        int imageFetches,
    @Setting(value = "How long a source may say nothing.", byDefault = "30")
        Duration imageSilenceSeconds,
    @Setting(
            value = "What a source must send a second, averaged over a minute.",
            byDefault = "64",
            least = 1,
            most = 1 << 20,
            unit = "KiB")
        int imageLeastKib,
    @Setting(value = "How long one image may take in all.", byDefault = "14400")
        Duration imageFetchSeconds) {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /**
   * What they mean.
   *
   * @throws IllegalArgumentException naming the value that is wrong
   */
  ImageSettings understood() {
    return new ImageSettings(
        imageRoot,
        imageCache,
        (long) maxImageMb << 20,
        (long) cacheLimitMb << 20,
        new FetchSettings(
            hosts(),
            imageFetches,
            imageSilenceSeconds,
            imageLeastKib * 1024L,
            WINDOW,
            imageFetchSeconds));
  }

  private ImageHosts hosts() {
    try {
      return ImageHosts.parse(imageHosts);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[deploy:agent] image_hosts: " + e.getMessage(), e);
    }
  }
}
