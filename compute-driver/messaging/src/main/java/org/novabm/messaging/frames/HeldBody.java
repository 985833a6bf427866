package org.novabm.messaging.frames;

import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A body outside the heap. Filled by the thread that reads the connection, then read by the one
 * that works on the message, which closes it.
 */
final class HeldBody implements AutoCloseable {

  // freed at once when closed, not when a collector comes by
  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;
  private long filled;

  HeldBody(int size) {
    bytes = arena.allocate(size, 1);
  }

  int size() {
    return (int) bytes.byteSize();
  }

  void append(byte[] part) {
    int length = (int) Math.min(part.length, bytes.byteSize() - filled);
    MemorySegment.copy(part, 0, bytes, ValueLayout.JAVA_BYTE, filled, length);
    filled += length;
  }

  byte[] start(int most) {
    return bytes.asSlice(0, Math.min(most, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
  }

  InputStream open() {
    return new Stream(bytes);
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }

  private static final class Stream extends InputStream {

    private final MemorySegment bytes;
    private long at;

    Stream(MemorySegment bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at == bytes.byteSize() ? -1 : bytes.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, bytes.byteSize() - at);
      if (count == 0) {
        return length == 0 ? 0 : -1;
      }
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
