package org.novabm.deploy.agent.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;

/**
 * Headers up to {@link HttpBounds#HEADERS} lines: a line takes 160 bytes of heap, and 4 on the
 * wire.
 */
final class FewHeaders extends DefaultHttpHeaders {

  /** More lines than anybody needs. */
  static final class TooMany extends IllegalArgumentException {
    TooMany() {
      super("more than " + HttpBounds.HEADERS + " header lines");
    }
  }

  static final HttpHeadersFactory FACTORY =
      new HttpHeadersFactory() {
        @Override
        public HttpHeaders newHeaders() {
          return new FewHeaders();
        }

        @Override
        public HttpHeaders newEmptyHeaders() {
          return new FewHeaders();
        }
      };

  private int lines;

  private FewHeaders() {
    super(
        DefaultHttpHeadersFactory.headersFactory().getNameValidator(),
        DefaultHttpHeadersFactory.headersFactory().getValueValidator());
  }

  @Override
  public HttpHeaders add(String name, Object value) {
    count();
    return super.add(name, value);
  }

  @Override
  public HttpHeaders add(CharSequence name, Object value) {
    count();
    return super.add(name, value);
  }

  private void count() {
    if (++lines > HttpBounds.HEADERS) {
      throw new TooMany();
    }
  }
}
