package org.novabm.deploy.image;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes images from their sources into the cache's folder. The source is asked every time: who may
 * not fetch an image does not get it from the cache either.
 */
final class ImageIntake {

  private static final Logger LOG = LoggerFactory.getLogger(ImageIntake.class);

  private final ImageSettings settings;
  private final LocalImages local;
  private final HttpImages http;
  private final CacheFolder folder;

  ImageIntake(ImageSettings settings, HttpImages http, CacheFolder folder) {
    this.settings = settings;
    this.local = new LocalImages(settings.root());
    this.http = http;
    this.folder = folder;
  }

  /**
   * The image if it is one of this host, can be read now and is in the cache; else null.
   *
   * @throws BackendException.Refused when there is no such image on this host
   */
  @Nullable CheckedImage atOnce(ImageRef image) {
    if (HttpImages.handles(image.reference())) {
      return null;
    }
    try (ImageSource source = local.open(image.reference())) {
      return folder.find(key(image, source), image);
    } catch (IOException e) {
      throw cannotKeep(image, e);
    }
  }

  /**
   * The image as a local file. Blocks as long as that takes, or until nobody waits for it.
   *
   * @throws BackendException as {@link ImageCache#ask} says
   */
  CheckedImage fetch(Fetch fetch) {
    ImageRef image = fetch.image();
    String name = "image " + image.shown();
    try {
      fetch.requireWanted();
      fetch.begin();
      return fromSource(fetch, image, name);
    } catch (SourceWatch.HungUp e) {
      throw e.verdict();
    } catch (Fetch.GivenUp e) {
      throw new BackendException.Unreachable(name, "was given up: " + e.getMessage(), e);
    } catch (FileSystemException | StoredCopy.CannotKeep e) {
      throw cannotKeep(image, e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(name, "breaks off: " + e.getMessage(), e);
    }
  }

  private BackendException cannotKeep(ImageRef image, IOException e) {
    return new BackendException.Refused(
        "image " + image.shown(),
        "cannot be kept in "
            + settings.cache()
            + ": "
            + e.getMessage()
            + "; is that disk full or read-only?",
        e);
  }

  private CheckedImage fromSource(Fetch fetch, ImageRef image, String name) throws IOException {
    try (ImageSource source =
        HttpImages.handles(image.reference())
            ? http.open(image.reference(), fetch)
            : local.open(image.reference())) {
      String key = key(image, source);
      @Nullable CheckedImage known = folder.find(key, image);
      return known != null ? known : stored(fetch, name, source, key);
    }
  }

  /**
   * What may stand for the image another time: the same reference, the same digests and size, and
   * the source as it is now. A digest alone is no key: it is no secret, and the image may be
   * somebody else's.
   */
  private static String key(ImageRef image, ImageSource source) {
    boolean proven = image.sha512() != null || image.sha256() != null;
    String version = source.version();
    if (version == null) {
      version = proven ? "" : UUID.randomUUID().toString();
    }
    // images of which nobody said a size keep the keys that they have
    String size = image.size() == null ? "" : "\nsize " + image.size();
    return Sha256.of(
        String.join(
            "\n",
            "source",
            image.reference(),
            String.valueOf(image.sha512()),
            String.valueOf(image.sha256()),
            String.valueOf(image.md5()),
            version + size));
  }

  private CheckedImage stored(Fetch fetch, String name, ImageSource source, String key)
      throws IOException {
    requireFits(fetch, name, source.length());
    fetch.announced(source.length());
    Path partial = folder.newPartial();
    try {
      StoredCopy copy = copied(fetch, name, source, partial);
      // the source is let go before its image is unpacked
      source.close();
      CheckedImage checked = new ImageCheck(name, fetch, this::room).check(copy, partial);
      tellProof(fetch.image(), name);
      return folder.keep(key, copy.sha256(), checked);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private StoredCopy copied(Fetch fetch, String name, ImageSource source, Path to)
      throws IOException {
    try {
      return StoredCopy.toFile(source.bytes(), to, fetch, room(fetch));
    } catch (StoredCopy.TooLarge e) {
      requireFits(fetch, name, e.most() + 1);
      throw e;
    }
  }

  /** What an image may have at most, stored or unpacked. */
  private SizeLimit room(Fetch fetch) {
    return fetch.most() < settings.maxImageBytes()
        ? new SizeLimit(fetch.most(), "the node's disk has")
        : new SizeLimit(settings.maxImageBytes(), "max_image_mb allows");
  }

  private void requireFits(Fetch fetch, String name, long bytes) {
    SizeLimit room = room(fetch);
    if (bytes > room.bytes()) {
      throw new BackendException.Refused(name, "has " + Size.text(bytes) + " or more, and " + room);
    }
  }

  private static void tellProof(ImageRef image, String name) {
    if (image.sha512() == null && image.sha256() == null) {
      LOG.info("{}: {}", name, image.proof());
    }
  }
}
