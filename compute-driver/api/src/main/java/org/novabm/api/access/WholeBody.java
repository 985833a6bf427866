package org.novabm.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.novabm.api.ApiLimits;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/** Reads a body within its bytes and its time; a byte now and then does not prolong it. */
record WholeBody(HttpServletRequest request, ByteBudget.Share share, Deadline deadline) {

  private static final int PIECE = 8 << 10;

  /** More than is taken. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The bytes.
   *
   * @throws SocketTimeoutException when they do not come in time
   * @throws TooLong when there are more than {@link ApiLimits#LONGEST_BODY}
   */
  byte[] read() throws IOException {
    long announced = request.getContentLengthLong();
    if (announced > ApiLimits.LONGEST_BODY) {
      throw new TooLong();
    }
    // at once, lest several of them wait for each other with their half
    share.take((int) Math.max(0, announced), deadline);
    return collect(request.getInputStream(), announced);
  }

  private byte[] collect(InputStream in, long announced) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(0, announced));
    byte[] piece = new byte[announced < 0 ? PIECE : (int) Math.min(PIECE, announced)];
    // a chunked body tells its length only by ending
    for (int read = in.read(piece); read > 0; read = in.read(piece)) {
      if (body.size() + read > ApiLimits.LONGEST_BODY) {
        throw new TooLong();
      }
      if (announced < 0) {
        share.take(read, deadline);
      }
      body.write(piece, 0, read);
      if (deadline.isOver()) {
        throw new SocketTimeoutException();
      }
    }
    return body.toByteArray();
  }
}
