package org.novabm.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A little HTTP server that says what it was told to and writes down what it was asked. */
final class StandInService implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<String, ArrayDeque<Answer>> first = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();

  private record Answer(int status, String body) {}

  StandInService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A node, with what is of interest. */
  static String node(String fields) {
    return "{\"id\":7,\"power\":{\"address\":\"10.1.0.7\",\"state\":\"on\"}," + fields + "}";
  }

  /** From now on the call, for example {@code GET /v1/nodes}, is answered so. */
  void on(String call, int status, String body) {
    answers.put(call, new Answer(status, body));
  }

  /** The next time the call is answered so, and as it was told from then on. */
  void once(String call, int status, String body) {
    first.computeIfAbsent(call, asked -> new ArrayDeque<>()).add(new Answer(status, body));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (this) {
      asked.add(body.isEmpty() ? call : call + " " + body);
      tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Auth-Token")));
    }
    Answer next = first.getOrDefault(call, new ArrayDeque<>()).poll();
    Answer otherwise =
        answers.getOrDefault(
            call,
            new Answer(404, "{\"itemNotFound\":{\"code\":404,\"message\":\"no " + call + "\"}}"));
    Answer answer = next == null ? otherwise : next;
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
