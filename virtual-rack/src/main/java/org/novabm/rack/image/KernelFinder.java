package org.novabm.rack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.process.RackException;

/** Kernels that are on this machine already. */
public final class KernelFinder {

  private KernelFinder() {}

  /** A readable kernel of this machine itself, null when there is none. */
  public static @Nullable Path installed() {
    return newest(Path.of("/boot"));
  }

  /** A kernel in the cache of kernel packages, null when there is none. */
  public static @Nullable Path cached(Path cache) {
    try (Stream<Path> packages = Files.isDirectory(cache) ? Files.list(cache) : Stream.empty()) {
      for (Path one : packages.sorted(Comparator.reverseOrder()).toList()) {
        Path kernel = newest(one.resolve("boot"));
        if (kernel != null) {
          return kernel;
        }
      }
      return null;
    } catch (IOException e) {
      throw new RackException("cannot look for kernels in " + cache, e);
    }
  }

  private static @Nullable Path newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("vmlinuz-"))
          .filter(Files::isReadable)
          .max(Comparator.naturalOrder())
          .orElse(null);
    } catch (IOException e) {
      throw new RackException("cannot look for kernels in " + folder, e);
    }
  }
}
