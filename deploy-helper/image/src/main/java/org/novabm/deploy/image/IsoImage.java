package org.novabm.deploy.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out and writes an ISO 9660 image (ECMA-119, fourth edition) with Rock Ridge names. In this
 * order: 16 empty sectors, the descriptor and its end, two path tables, one sector of Rock Ridge's
 * own, the directories, the files.
 */
final class IsoImage {

  static final int SECTOR = 2048;
  private static final int DESCRIPTORS = 16;
  private static final int PATH_TABLES = DESCRIPTORS + 2;

  private final String label;
  private final List<IsoDirectory> directories;
  private final int tableSectors;
  private final int continuation;
  private final int sectors;

  IsoImage(String label, IsoDirectory root) {
    this.label = label;
    this.directories = root.all();
    this.tableSectors = sectors(pathTable(ByteOrder.LITTLE_ENDIAN).length);
    this.continuation = PATH_TABLES + 2 * tableSectors;
    this.sectors = place();
  }

  static int sectors(int bytes) {
    return (bytes + SECTOR - 1) / SECTOR;
  }

  /** Sizes first: they do not depend on the places, which the records hold. */
  private int place() {
    int next = continuation + 1;
    for (IsoDirectory directory : directories) {
      directory.extent().resize(sectors(end(0, records(directory))) * SECTOR);
    }
    for (IsoDirectory directory : directories) {
      next = directory.extent().placeAt(next);
    }
    for (IsoDirectory directory : directories) {
      for (IsoDirectory.Entry entry : directory.entries()) {
        if (entry.directory() == null) {
          next = entry.extent().placeAt(next);
        }
      }
    }
    return next;
  }

  long bytes() {
    return (long) sectors * SECTOR;
  }

  byte[] write() {
    ByteBuffer image = ByteBuffer.allocate(sectors * SECTOR);
    byte[] table = pathTable(ByteOrder.LITTLE_ENDIAN);
    image.put(DESCRIPTORS * SECTOR, descriptor(table.length));
    image.put((DESCRIPTORS + 1) * SECTOR, IsoFields.endOfDescriptors());
    image.put(PATH_TABLES * SECTOR, table);
    image.put((PATH_TABLES + tableSectors) * SECTOR, pathTable(ByteOrder.BIG_ENDIAN));
    image.put(continuation * SECTOR, RockRidge.extensionReference());
    for (IsoDirectory directory : directories) {
      writeRecords(image, directory);
      for (IsoDirectory.Entry entry : directory.entries()) {
        ByteBuffer content = entry.content();
        image.put(entry.extent().sector() * SECTOR, content, 0, content.capacity());
      }
    }
    return IsoFields.bytes(image);
  }

  private byte[] descriptor(int tableBytes) {
    return IsoFields.primaryDescriptor(
        label,
        sectors,
        tableBytes,
        PATH_TABLES,
        PATH_TABLES + tableSectors,
        directoryRecord(new byte[1], directories.getFirst(), new byte[0]));
  }

  /** Section 9.4: all directories, each with the number of the one above it. */
  private byte[] pathTable(ByteOrder order) {
    ByteBuffer table = ByteBuffer.allocate(directories.size() * 48).order(order);
    for (IsoDirectory directory : directories) {
      byte[] name = directory.isoName();
      table.put((byte) name.length).put((byte) 0).putInt(directory.extent().sector());
      table.putShort((short) (directories.indexOf(directory.parent()) + 1)).put(name);
      if (name.length % 2 == 1) {
        table.put((byte) 0);
      }
    }
    byte[] bytes = new byte[table.position()];
    table.get(0, bytes);
    return bytes;
  }

  private void writeRecords(ByteBuffer image, IsoDirectory directory) {
    int at = directory.extent().sector() * SECTOR;
    for (byte[] record : records(directory)) {
      at = start(at, record);
      image.put(at, record);
      at += record.length;
    }
  }

  private static int end(int from, List<byte[]> records) {
    int at = from;
    for (byte[] record : records) {
      at = start(at, record) + record.length;
    }
    return at;
  }

  /** A record must not cross the border of a sector (section 6.8.1.1). */
  private static int start(int at, byte[] record) {
    return at / SECTOR == (at + record.length - 1) / SECTOR ? at : (at / SECTOR + 1) * SECTOR;
  }

  private List<byte[]> records(IsoDirectory directory) {
    List<byte[]> records = new ArrayList<>();
    boolean root = directory.parent() == directory;
    byte[] own = root ? RockRidge.rootDirectory(continuation) : RockRidge.directory();
    records.add(directoryRecord(new byte[] {0}, directory, own));
    records.add(directoryRecord(new byte[] {1}, directory.parent(), RockRidge.directory()));
    for (IsoDirectory.Entry entry : directory.entries()) {
      records.add(record(entry));
    }
    return records;
  }

  private static byte[] record(IsoDirectory.Entry entry) {
    byte[] name = entry.isoName().getBytes(StandardCharsets.US_ASCII);
    return entry.directory() == null
        ? IsoFields.record(name, entry.extent(), false, RockRidge.file(entry.name()))
        : directoryRecord(name, entry.directory(), RockRidge.directory(entry.name()));
  }

  private static byte[] directoryRecord(byte[] name, IsoDirectory directory, byte[] systemUse) {
    return IsoFields.record(name, directory.extent(), true, systemUse);
  }
}
