package org.novabm.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.ImageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the image cache: {@code DIGEST.image}, and for each key it is known by a {@code
 * KEY.checked}, which says what it is. The second is written last, so an image without it is not
 * one. The same bytes from two sources are kept once. A file's date is when it was last asked for.
 */
final class CacheFolder {

  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

  /** An image is younger than this when its order is not in the book yet. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** A file that is being written is younger: a source slower than that is hung up on. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final long limitBytes;
  private final Supplier<Set<Path>> needed;
  private final InstantSource time;

  CacheFolder(Path folder, long limitBytes, Supplier<Set<Path>> needed, InstantSource time) {
    this.folder = folder.toAbsolutePath();
    this.limitBytes = limitBytes;
    this.needed = needed;
    this.time = time;
  }

  /** The image of this key, or null; touched, so that it counts as young. */
  @Nullable CheckedImage find(String key, ImageRef wanted) throws IOException {
    Path checked = folder.resolve(key + ".checked");
    if (!Files.exists(checked)) {
      return null;
    }
    try {
      CheckedImage image = CheckedImage.parse(Files.readString(checked));
      if (Files.size(image.path()) != image.storedBytes()) {
        return null;
      }
      touch(image.path());
      boolean raw = wanted.format() == null || wanted.format().equalsIgnoreCase("raw");
      return raw ? image : null;
    } catch (NoSuchFileException | IllegalArgumentException e) {
      // dropped by another process meanwhile, or by hand
      return null;
    }
  }

  /** A new empty file in the folder, to be given to {@link #keep} or deleted. */
  Path newPartial() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "partial-", "");
  }

  /**
   * Takes a partial file in under its key, and drops what became too much.
   *
   * @param sha256 of its bytes as they are
   */
  CheckedImage keep(String key, String sha256, CheckedImage partial) throws IOException {
    Path path = folder.resolve(sha256 + ".image");
    CheckedImage image =
        new CheckedImage(
            partial.packing(),
            partial.storedBytes(),
            partial.rawBytes(),
            partial.rawSha256(),
            path);
    Files.move(partial.path(), path, StandardCopyOption.ATOMIC_MOVE);
    touch(path);
    Path note = newPartial();
    Files.writeString(note, image.encoded());
    Files.move(note, folder.resolve(key + ".checked"), StandardCopyOption.ATOMIC_MOVE);
    dropTooMuch();
    return image;
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time.instant()));
  }

  private record Entry(Path path, long bytes, FileTime used) {}

  private void dropTooMuch() throws IOException {
    List<Entry> entries = entries();
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    if (total <= limitBytes) {
      return;
    }
    Set<Path> keep = needed.get();
    for (Entry entry : entries) {
      if (total > limitBytes && !keep.contains(entry.path()) && isOlder(entry, GRACE)) {
        drop(entry);
        total -= entry.bytes();
      }
    }
    if (total > limitBytes) {
      LOG.info("the image cache {} is above its limit: everything in it is in use", folder);
    }
  }

  private void drop(Entry entry) throws IOException {
    LOG.info("dropped {} from the image cache", entry.path().getFileName());
    Files.deleteIfExists(entry.path());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path note : files.filter(file -> file.toString().endsWith(".checked")).toList()) {
        dropIfOf(entry.path(), note);
      }
    }
  }

  private static void dropIfOf(Path image, Path note) throws IOException {
    try {
      if (Files.readString(note).endsWith(" " + image)) {
        Files.deleteIfExists(note);
      }
    } catch (NoSuchFileException e) {
      // another process was faster
      return;
    }
  }

  /** All images, the one longest unused first; deletes what a process that died left behind. */
  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Entry entry = new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
        if (name.endsWith(".image")) {
          entries.add(entry);
        } else if (name.startsWith("partial-") && isOlder(entry, ABANDONED)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // another process drops at the same time: what is left is seen the next time
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::used));
    return entries;
  }

  private boolean isOlder(Entry entry, Duration age) {
    return entry.used().toInstant().isBefore(time.instant().minus(age));
  }
}
