package org.novabm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the service over real HTTP and keeps every answer, so that all can be looked at once more.
 */
final class Caller {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final @Nullable String token;
  final List<String> answers = new ArrayList<>();

  Caller(int port) {
    this(port, GuardedService.TOKEN);
  }

  private Caller(int port, @Nullable String token) {
    this.base = "http://127.0.0.1:" + port;
    this.token = token;
  }

  /** One who has no token, but may put one among the headers. */
  static Caller stranger(int port) {
    return new Caller(port, null);
  }

  record Answer(int status, String body, HttpResponse<String> whole) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /** The message of an error body; fails when the kind is another one. */
    String fault(String kind) {
      JsonNode detail = json().required(kind);
      if (detail.required("code").asInt() != status) {
        throw new AssertionError("the body's code is not " + status + ": " + body);
      }
      return detail.required("message").asString();
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer patch(String path, String body, String... headers) {
    return send("PATCH", path, body, headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  Answer send(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.setHeader("X-Auth-Token", token);
    }
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answers.add(response.headers().map() + response.body());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
