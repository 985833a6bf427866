package org.novabm.deploy.tftp;

import java.nio.ByteBuffer;

record BytesContent(ByteBuffer bytes, Runnable whenAcknowledged) implements TftpContent {

  @Override
  public long size() {
    return bytes.capacity();
  }

  @Override
  public int read(long offset, ByteBuffer into) {
    int from = Math.toIntExact(offset);
    int count = Math.min(into.remaining(), bytes.capacity() - from);
    into.put(into.position(), bytes, from, count);
    into.position(into.position() + count);
    return count == 0 ? -1 : count;
  }

  @Override
  public void acknowledged() {
    whenAcknowledged.run();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
