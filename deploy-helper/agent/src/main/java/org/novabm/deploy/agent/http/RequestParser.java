package org.novabm.deploy.agent.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Netty's parser, with our bounds, and strict about where a request ends. */
final class RequestParser extends HttpRequestDecoder {

  RequestParser() {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(HttpBounds.LINE_BYTES)
            .setMaxHeaderSize(HttpBounds.HEAD_BYTES)
            .setMaxChunkSize(HttpBounds.BODY_BYTES)
            .setHeadersFactory(FewHeaders.FACTORY)
            .setTrailersFactory(FewHeaders.FACTORY));
  }

  /** RFC 9112, section 6.1: such a message may be an attempt at smuggling. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
