package org.novabm.deploy.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory that becomes part of an ISO 9660 image. */
final class IsoDirectory {

  /**
   * A file or directory in a directory.
   *
   * @param isoName what a reader without Rock Ridge shows
   * @param name what all others show
   * @param directory itself, or null for a file
   * @param content of a file; empty for a directory
   * @param extent where it lies
   */
  record Entry(
      String isoName,
      String name,
      @Nullable IsoDirectory directory,
      ByteBuffer content,
      IsoExtent extent) {}

  private final IsoDirectory parent;
  private final byte[] isoName;
  private final IsoExtent extent = new IsoExtent(0);
  private final SortedMap<String, Entry> byIsoName = new TreeMap<>();
  private final SortedMap<String, Entry> byName = new TreeMap<>();

  private IsoDirectory(@Nullable IsoDirectory parent, String isoName) {
    this.parent = parent == null ? this : parent;
    this.isoName = isoName.getBytes(StandardCharsets.US_ASCII);
  }

  static IsoDirectory root() {
    return new IsoDirectory(null, "\0");
  }

  /** Its name in the path table; one zero for the root. */
  byte[] isoName() {
    return isoName;
  }

  IsoExtent extent() {
    return extent;
  }

  /** The directory above; the root's is itself (ECMA-119, section 6.8.2). */
  IsoDirectory parent() {
    return parent;
  }

  /** In the order they must be recorded (ECMA-119, section 9.3). */
  Collection<Entry> entries() {
    return byIsoName.values();
  }

  /** The directory of this name, made when missing. */
  IsoDirectory directory(String name) {
    Entry known = byName.get(name);
    if (known == null) {
      IsoDirectory directory = new IsoDirectory(this, freeName(name, ""));
      String isoName = new String(directory.isoName, StandardCharsets.US_ASCII);
      put(new Entry(isoName, name, directory, ByteBuffer.allocate(0), directory.extent));
      return directory;
    }
    if (known.directory() == null) {
      throw new IllegalArgumentException("'" + name + "' is a file and a folder at once");
    }
    return known.directory();
  }

  void addFile(String name, byte[] content) {
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("'" + name + "' is a file and a folder at once");
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1);
    String isoName =
        freeName(dot < 0 ? name : name.substring(0, dot), "." + plain(ending, 3) + ";1");
    put(new Entry(isoName, name, null, ByteBuffer.wrap(content), new IsoExtent(content.length)));
  }

  private void put(Entry entry) {
    byIsoName.put(entry.isoName(), entry);
    byName.put(entry.name(), entry);
  }

  /** Eight characters that nobody else has here (ECMA-119, section 10.1). */
  private String freeName(String name, String ending) {
    String free = plain(name, 8) + ending;
    for (int i = 0; byIsoName.containsKey(free); i++) {
      free = plain(name, 4) + String.format(Locale.ROOT, "%04d", i) + ending;
    }
    return free;
  }

  private static String plain(String name, int most) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    return plain.substring(0, Math.min(most, plain.length()));
  }

  /** This directory and all below, those above first, as the path table wants them. */
  List<IsoDirectory> all() {
    List<IsoDirectory> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      for (Entry entry : all.get(i).entries()) {
        if (entry.directory() != null) {
          all.add(entry.directory());
        }
      }
    }
    return all;
  }
}
