package org.novabm.deploy.image;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An image's stored bytes, opened.
 *
 * @param bytes the content; the reader closes it
 * @param length how many there are, or -1 when the source does not say
 * @param version changes when the content does (size and date); null when the source has no such
 *     thing
 */
record ImageSource(InputStream bytes, long length, @Nullable String version)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
