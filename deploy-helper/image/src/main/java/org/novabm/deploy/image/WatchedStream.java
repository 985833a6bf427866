package org.novabm.deploy.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** The body of an answer under watch. Closing it ends the connection; nothing more is read. */
final class WatchedStream extends FilterInputStream {

  private final SourceWatch watch;
  private final AutoCloseable connection;
  private final FetchSettings settings;

  WatchedStream(
      InputStream body, SourceWatch watch, AutoCloseable connection, FetchSettings settings) {
    super(body);
    this.watch = watch;
    this.connection = connection;
    this.settings = settings;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = super.read(bytes, offset, length);
      watch.received(Math.max(0, count));
      watch.requireGoing();
      return count;
    } catch (SocketTimeoutException e) {
      watch.requireGoing();
      throw new IOException("sent nothing for " + settings.silence().toMillis() / 1000.0 + " s", e);
    } catch (SourceWatch.HungUp e) {
      throw e;
    } catch (IOException e) {
      watch.requireGoing();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
    try {
      connection.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
