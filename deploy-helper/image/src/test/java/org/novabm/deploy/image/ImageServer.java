package org.novabm.deploy.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server whose pages are the troubles an image source can make. */
final class ImageServer implements AutoCloseable {

  final AtomicInteger requests = new AtomicInteger();
  final CountDownLatch release = new CountDownLatch(1);

  /** A permit for each {@code /drip} that is over. */
  final Semaphore hungUp = new Semaphore(0);

  /** Where {@code /elsewhere} redirects to. */
  volatile String elsewhere = "/image";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] image;

  ImageServer(byte[] image) throws IOException {
    this(image, "127.0.0.1");
  }

  /** On another address of this host. */
  ImageServer(byte[] image, String address) throws IOException {
    this.image = image;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
    server.setExecutor(threads);
    server.createContext("/image", this::whole);
    server.createContext("/versioned", this::versioned);
    server.createContext("/slow", this::whenReleased);
    server.createContext("/silent", this::half);
    server.createContext("/short", this::breaksOff);
    server.createContext("/gone", exchange -> status(exchange, 404));
    server.createContext("/broken", exchange -> status(exchange, 503));
    server.createContext("/drip", this::drips);
    server.createContext("/nothing", exchange -> status(exchange, 204));
    server.createContext("/elsewhere", exchange -> redirect(exchange, elsewhere));
    server.createContext("/page", this::page);
    server.createContext("/moved", exchange -> redirect(exchange, "/image"));
    server.createContext("/round", exchange -> redirect(exchange, "/round"));
    server.createContext("/tofile", exchange -> redirect(exchange, "file:///etc/passwd"));
    server.start();
  }

  String address(String path) {
    return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A byte now and then, until the client hangs up or the test is over. */
  private void drips(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    exchange.sendResponseHeaders(200, image.length);
    try {
      for (int i = 0; i < image.length && !release.await(20, TimeUnit.MILLISECONDS); i++) {
        exchange.getResponseBody().write(image, i, 1);
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hungUp.release();
    }
  }

  private void whole(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    exchange.sendResponseHeaders(200, image.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(image);
    }
  }

  private void versioned(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    whole(exchange);
  }

  private void whenReleased(HttpExchange exchange) throws IOException {
    awaitRelease();
    whole(exchange);
  }

  private void half(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, image.length);
    exchange.getResponseBody().write(image, 0, image.length / 2);
    exchange.getResponseBody().flush();
    awaitRelease();
    exchange.close();
  }

  private void breaksOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, image.length);
    exchange.getResponseBody().write(image, 0, image.length - 1);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private void page(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    whole(exchange);
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    status(exchange, 302);
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    threads.close();
  }
}
