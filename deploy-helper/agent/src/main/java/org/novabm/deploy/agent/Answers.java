package org.novabm.deploy.agent;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Reads bounded bodies and sends answers over HTTP. */
final class Answers {

  private static final int BODY_BYTES = 8192;

  private static final int BUFFER = 1 << 18;

  /** How much of a file is sent before it is asked whether it still may be. */
  private static final long STRETCH = 64L << 20;

  private Answers() {}

  /** The body is longer than any an agent sends. */
  static final class TooLarge extends IOException {
    TooLarge() {
      super("the body is longer than " + BODY_BYTES + " bytes");
    }
  }

  static Map<String, String> form(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES + 1);
    if (body.length > BODY_BYTES) {
      throw new TooLarge();
    }
    return FormBody.parse(new String(body, StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    sendBytes(exchange, reply.status(), reply.text().getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    sendBytes(exchange, 200, content);
  }

  private static void sendBytes(HttpExchange exchange, int status, byte[] content)
      throws IOException {
    if (startsBody(exchange, status, content.length)) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(content);
      }
    }
  }

  /**
   * Sends a file.
   *
   * @param open asked now and then; the connection is cut when it is no longer so
   * @param sent told each part
   */
  static void send(HttpExchange exchange, Path file, BooleanSupplier open, Sent sent)
      throws IOException {
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      if (startsBody(exchange, 200, from.size())) {
        copy(from, exchange.getResponseBody(), open, sent);
        exchange.getResponseBody().close();
      }
    }
  }

  /** Told that the bytes from one offset to another were taken. */
  interface Sent {
    void part(long from, long to);
  }

  private static void copy(FileChannel from, OutputStream to, BooleanSupplier open, Sent sent)
      throws IOException {
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long stretch = STRETCH;
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer.clear())) {
      to.write(bytes, 0, n);
      sent.part(from.position() - n, from.position());
      stretch -= n;
      if (stretch < 0) {
        if (!open.getAsBoolean()) {
          throw new IOException("the order was closed while its image was sent");
        }
        stretch = STRETCH;
      }
    }
  }

  /** Sends the head; false when that is all there is to send. */
  private static boolean startsBody(HttpExchange exchange, int status, long length)
      throws IOException {
    if (exchange.getRequestMethod().equals("HEAD") || length == 0) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
      exchange.sendResponseHeaders(status, -1);
      return false;
    }
    exchange.sendResponseHeaders(status, length);
    return true;
  }
}
