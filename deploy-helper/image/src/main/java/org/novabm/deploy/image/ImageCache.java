package org.novabm.deploy.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;

/**
 * Turns an image's reference into a checked file that stays as it is. An image is fetched once,
 * however many ask at the same time; several processes may share the folder.
 */
public final class ImageCache implements AutoCloseable {

  private final ImageSettings settings;
  private final LocalImages local;
  private final HttpImages http;
  private final CacheFolder folder;
  private final ConcurrentMap<ImageRef, CompletableFuture<CheckedImage>> running =
      new ConcurrentHashMap<>();

  /**
   * Opens the cache.
   *
   * @param needed the files that orders need now; asked before anything is dropped
   */
  public ImageCache(ImageSettings settings, Supplier<Set<Path>> needed, InstantSource time) {
    this.settings = settings;
    this.local = new LocalImages(settings.root());
    this.http = new HttpImages(settings.silence());
    this.folder = new CacheFolder(settings.cache(), settings.cacheLimitBytes(), needed, time);
  }

  /**
   * The image as a local file, fetched if need be. Blocks as long as that takes.
   *
   * @throws BackendException.Refused when it is missing, too large, of another digest or format, or
   *     when the cache's disk is full
   * @throws BackendException.Unreachable when its source does not answer, or breaks off
   */
  public CheckedImage fetch(ImageRef image) {
    CompletableFuture<CheckedImage> mine = new CompletableFuture<>();
    CompletableFuture<CheckedImage> first = running.putIfAbsent(image, mine);
    if (first != null) {
      return joined(first);
    }
    try {
      mine.complete(fetchNow(image));
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      running.remove(image, mine);
    }
    return joined(mine);
  }

  private static CheckedImage joined(CompletableFuture<CheckedImage> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private CheckedImage fetchNow(ImageRef image) {
    String name = name(image.reference());
    try {
      @Nullable CheckedImage known =
          image.sha256() == null
              ? null
              : folder.find(Sha256.of("content " + image.sha256()), image);
      return known != null ? known : fromSource(image, name);
    } catch (FileSystemException | StoredCopy.CannotKeep e) {
      throw new BackendException.Refused(
          name,
          "cannot be kept in "
              + settings.cache()
              + ": "
              + e.getMessage()
              + "; is that disk full or read-only?",
          e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(name, "breaks off: " + e.getMessage(), e);
    }
  }

  private CheckedImage fromSource(ImageRef image, String name) throws IOException {
    try (ImageSource source =
        HttpImages.handles(image.reference())
            ? http.open(image.reference())
            : local.open(image.reference())) {
      String key = key(image, source);
      @Nullable CheckedImage known = folder.find(key, image);
      return known != null ? known : stored(image, name, source, key);
    }
  }

  /** What may stand for the image another time: its digest, or its address as it is now. */
  private static String key(ImageRef image, ImageSource source) {
    if (image.sha256() != null) {
      return Sha256.of("content " + image.sha256());
    }
    String version = source.version() == null ? UUID.randomUUID().toString() : source.version();
    return Sha256.of("source " + image.reference() + " " + version);
  }

  private CheckedImage stored(ImageRef image, String name, ImageSource source, String key)
      throws IOException {
    long most = settings.maxImageBytes();
    if (source.length() > most) {
      throw tooLarge(name, source.length());
    }
    Path partial = folder.newPartial();
    try {
      StoredCopy copy = StoredCopy.toFile(source.bytes(), partial, most);
      CheckedImage checked = new ImageCheck(name, image, most).check(copy, partial);
      return folder.keep(key, checked);
    } catch (StoredCopy.TooLarge e) {
      throw tooLarge(name, most + 1);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private BackendException tooLarge(String name, long bytes) {
    return new BackendException.Refused(
        name,
        "has "
            + Size.text(bytes)
            + " or more, and max_image_mb allows "
            + Size.text(settings.maxImageBytes()));
  }

  private static String name(String reference) {
    return HttpImages.handles(reference) && !reference.contains("@")
        ? HttpImages.display(URI.create(reference))
        : "image " + reference;
  }

  /** Ends fetching from the network. */
  @Override
  public void close() {
    http.close();
  }
}
