package org.novabm.deploy.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

record FileContent(FileChannel file, long size, Runnable whenAcknowledged) implements TftpContent {

  @Override
  public int read(long offset, ByteBuffer into) throws IOException {
    return file.read(into, offset);
  }

  @Override
  public void acknowledged() {
    whenAcknowledged.run();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
