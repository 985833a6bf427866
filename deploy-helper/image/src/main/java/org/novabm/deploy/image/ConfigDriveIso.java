package org.novabm.deploy.image;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The config drive: an ISO 9660 image labelled {@code config-2}, as cloud-init and its kin look for
 * it. Equal files give equal bytes, so an image need not be kept: it can be made again.
 */
public final class ConfigDriveIso {

  /** What it takes of the disk: the agent's partition of 16 MiB and 1 MiB for its alignment. */
  public static final long BYTES_ON_DISK = 17L << 20;

  /** The largest image; the rest of the partition is slack. */
  public static final int MAX_BYTES = 15 << 20;

  private static final String LABEL = "config-2";

  /** ECMA-119, section 6.8.2.1, allows eight levels with the root. */
  private static final int MAX_DEPTH = 8;

  private static final int MAX_FILES = 1000;

  /** What every reader shows alike; no dot first, so neither . nor .. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private ConfigDriveIso() {}

  /**
   * Makes the image in memory.
   *
   * @param files content by path, for example {@code openstack/latest/meta_data.json}
   * @return at most {@link #MAX_BYTES}, a multiple of 2048
   * @throws IllegalArgumentException when a path cannot be shown or the files are too many or too
   *     large
   */
  public static byte[] image(Map<String, byte[]> files) {
    return laidOut(files).write();
  }

  /**
   * How long {@link #image} would be; it is not made for that.
   *
   * @throws IllegalArgumentException as {@link #image} does
   */
  public static int bytes(Map<String, byte[]> files) {
    return Math.toIntExact(laidOut(files).bytes());
  }

  private static IsoImage laidOut(Map<String, byte[]> files) {
    SortedMap<String, byte[]> sorted = new TreeMap<>(files);
    long content = sorted.values().stream().mapToLong(bytes -> bytes.length).sum();
    if (content > MAX_BYTES || sorted.size() > MAX_FILES) {
      throw tooLarge(sorted.size(), content);
    }
    IsoDirectory root = IsoDirectory.root();
    sorted.forEach((path, bytes) -> add(root, path, bytes));
    IsoImage image = new IsoImage(LABEL, root);
    if (image.bytes() > MAX_BYTES) {
      throw tooLarge(sorted.size(), content);
    }
    return image;
  }

  private static void add(IsoDirectory root, String path, byte[] content) {
    String[] names = path.split("/", -1);
    IsoDirectory directory = root;
    for (int i = 0; i < names.length; i++) {
      if (!NAME.matcher(names[i]).matches() || names.length >= MAX_DEPTH) {
        throw new IllegalArgumentException(
            "'"
                + path
                + "' cannot be a file of a config drive: names are made of letters, digits,"
                + " dots, dashes and underscores, at most "
                + (MAX_DEPTH - 1)
                + " in a path");
      }
      if (i == names.length - 1) {
        directory.addFile(names[i], content);
      } else {
        directory = directory.directory(names[i]);
      }
    }
  }

  private static IllegalArgumentException tooLarge(int files, long bytes) {
    return new IllegalArgumentException(
        "the config drive has "
            + files
            + " files with "
            + bytes
            + " bytes; it may have "
            + MAX_FILES
            + " files and, with its directories, "
            + Size.text(MAX_BYTES));
  }
}
