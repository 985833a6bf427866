package org.novabm.deploy.agent.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The bytes of a content; used by one thread at a time. */
public sealed interface Body extends AutoCloseable {

  /** In bytes; does not change. */
  long length();

  /**
   * Writes as much as the channel takes at once.
   *
   * @param most bytes, 1 or more, all of them before the end
   * @return bytes written, 0 or more
   */
  long writeTo(WritableByteChannel to, long from, long most) throws IOException;

  @Override
  void close() throws IOException;

  /** A file as it is now. The system copies it to the socket, so it takes no heap. */
  record OfFile(FileChannel file, long length) implements Body {

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException when there is none, or something else of that name
     */
    public static OfFile open(Path path) throws IOException {
      if (!Files.isRegularFile(path)) {
        throw new NoSuchFileException(path.toString());
      }
      FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return new OfFile(file, file.size());
      } catch (IOException e) {
        file.close();
        throw e;
      }
    }

    /** A validator that changes when the file is replaced or written to. */
    public static String etag(Path path) throws IOException {
      BasicFileAttributes now =
          Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0]);
      return "\"%x-%x\"".formatted(now.size(), now.lastModifiedTime().toInstant().hashCode());
    }

    @Override
    public long writeTo(WritableByteChannel to, long from, long most) throws IOException {
      long written = file.transferTo(from, most, to);
      if (written == 0 && file.size() < from + most) {
        throw new EOFException("the file has become shorter than " + length + " bytes");
      }
      return written;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /**
   * Bytes in memory.
   *
   * @param whenClosed gives back what was taken for them
   */
  record OfBytes(ByteBuffer bytes, Runnable whenClosed) implements Body {

    /** More would go through a buffer of that size outside the heap, one for each thread. */
    private static final int PIECE = 64 * 1024;

    @Override
    public long length() {
      return bytes.capacity();
    }

    @Override
    public long writeTo(WritableByteChannel to, long from, long most) throws IOException {
      return to.write(bytes.slice(Math.toIntExact(from), (int) Math.min(most, PIECE)));
    }

    @Override
    public void close() {
      whenClosed.run();
    }
  }
}
