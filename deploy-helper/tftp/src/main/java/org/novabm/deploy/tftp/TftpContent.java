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

  /**
   * The client has acknowledged the last block, so somebody at its address and port has all bytes.
   * Called at most once, before {@link #close()}, by the thread of the transfer. A request alone
   * proves nothing: its source address may be anybody's.
   */
  default void acknowledged() {}

  @Override
  void close() throws IOException;

  /** Bytes in memory; they are not copied. */
  static TftpContent of(byte[] bytes) {
    return of(bytes, () -> {});
  }

  /**
   * Bytes in memory; they are not copied.
   *
   * @param acknowledged runs when the client has all of them
   */
  static TftpContent of(byte[] bytes, Runnable acknowledged) {
    return new BytesContent(ByteBuffer.wrap(bytes), acknowledged);
  }

  /** A file of the size it has now; closing the content closes the channel. */
  static TftpContent of(FileChannel file) throws IOException {
    return of(file, () -> {});
  }

  /**
   * A file of the size it has now; closing the content closes the channel.
   *
   * @param acknowledged runs when the client has all of it
   */
  static TftpContent of(FileChannel file, Runnable acknowledged) throws IOException {
    return new FileContent(file, file.size(), acknowledged);
  }
}
