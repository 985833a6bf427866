package org.novabm.deploy.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of one file, for one transfer and one thread. */
public interface TftpContent extends AutoCloseable {

  /** How many bytes there are; the same on every call. */
  long size();

  /**
   * Reads at an offset, anywhere and more than once.
   *
   * @param offset in bytes, 0 to {@link #size()}
   * @return how many bytes were put, at least one, or -1 when nothing is there
   */
  int read(long offset, ByteBuffer into) throws IOException;

  @Override
  void close() throws IOException;

  /** Bytes in memory; they are not copied. */
  static TftpContent of(byte[] bytes) {
    return new BytesContent(ByteBuffer.wrap(bytes));
  }

  /** A file of the size it has now; closing the content closes the channel. */
  static TftpContent of(FileChannel file) throws IOException {
    return new FileContent(file, file.size());
  }
}
