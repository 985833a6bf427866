package org.novabm.api.listen;

import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.novabm.api.ApiLimits;

/**
 * HTTP/1.1 with bounds on all that a caller can make us hold. Public, and with a constructor of no
 * arguments, for Tomcat makes it by its name.
 */
public final class BoundedProtocol extends Http11NioProtocol {

  /** Dismissed connections that may still be about to close while new ones come in. */
  private static final int LEAVING = 64;

  private static final int QUEUE = 1024;
  private static final int CALLS_PER_CONNECTION = 1000;
  private static final int KEPT_FOR_REUSE = 32;
  private static final int HEAD_OF_ANSWER = 4 << 10;

  /** Tomcat's are of 8 KiB, and each connection has several. */
  private static final int BUFFER = 2 << 10;

  private static final int TRAILER_BYTES = 1 << 10;

  private final BoundedEndpoint door;

  public BoundedProtocol() {
    this(new BoundedEndpoint());
  }

  private BoundedProtocol(BoundedEndpoint endpoint) {
    super(endpoint);
    this.door = endpoint;
  }

  void bound(ApiLimits limits, Visits visits) {
    door.guardedBy(visits);
    // a thread a connection at most, and one that waits costs little
    setExecutor(new VirtualThreadExecutor("api-"));
    setMaxConnections(limits.connections() + LEAVING);
    setAcceptCount(QUEUE);
    setConnectionTimeout(millis(limits.request()));
    setKeepAliveTimeout(millis(limits.request()));
    setMaxKeepAliveRequests(CALLS_PER_CONNECTION);
    setMaxHttpRequestHeaderSize(ApiLimits.LONGEST_HEAD);
    setMaxHttpResponseHeaderSize(HEAD_OF_ANSWER);
    door.getSocketProperties().setAppReadBufSize(BUFFER);
    door.getSocketProperties().setAppWriteBufSize(BUFFER);
    setMaxHeaderCount(ApiLimits.MOST_HEADERS);
    setMaxTrailerSize(TRAILER_BYTES);
    setMaxExtensionSize(TRAILER_BYTES);
    setProcessorCache(KEPT_FOR_REUSE);
  }

  @Override
  public int getDesiredBufferSize() {
    return BUFFER;
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }
}
