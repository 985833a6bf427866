package org.novabm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.service.Authorities;
import org.novabm.conf.service.RestAddress;
import org.novabm.spi.Secret;
import tools.jackson.core.JacksonException;

/** The REST service as the commands see it. */
final class Service {

  private static final int CONNECT_MILLIS = 10_000;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 64 << 20;

  private final RestAddress service;

  Service(RestAddress service) {
    this.service = service;
  }

  /** What the service said; the text is empty when it had nothing to say. */
  record Reply(int status, String text) {

    <T> T as(Class<T> type) {
      return read(() -> RestJson.read(text, type));
    }

    private <T extends @Nullable Object> T read(Supplier<T> reader) {
      try {
        return reader.get();
      } catch (JacksonException e) {
        throw new ToolException(
            ExitCode.REFUSED,
            "the answer %d does not come from this service: %s"
                .formatted(status, e.getOriginalMessage()),
            e);
      }
    }
  }

  Reply get(String path) {
    return call("GET", path, null);
  }

  Reply post(String path, Object body) {
    return call("POST", path, body);
  }

  Reply put(String path, Object body) {
    return call("PUT", path, body);
  }

  Reply patch(String path, Object body) {
    return call("PATCH", path, body);
  }

  Reply delete(String path) {
    return call("DELETE", path, null);
  }

  /** A name of the operator's as one element of a path. */
  static String element(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /**
   * Opens a WebSocket. By java.net.http, which takes its time to load: who waits for a person has
   * it.
   */
  WebSocket listen(String path, WebSocket.Listener listener) {
    URI address = service.base().resolve("/");
    String scheme = "https".equals(address.getScheme()) ? "wss" : "ws";
    WebSocket.Builder builder =
        client().newWebSocketBuilder().connectTimeout(Duration.ofMillis(CONNECT_MILLIS));
    Secret token = service.token();
    if (token != null) {
      builder.header("X-Auth-Token", token.reveal());
    }
    URI target = URI.create(scheme + "://" + address.getRawAuthority() + path);
    try {
      return builder.buildAsync(target, listener).join();
    } catch (CompletionException e) {
      throw new ToolException(
          ExitCode.UNREACHABLE,
          "cannot connect to %s (%s); is there a proxy in between that does not support WebSocket?"
              .formatted(target, e.getCause()),
          e);
    }
  }

  private HttpClient client() {
    HttpClient.Builder client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY);
    Path authorities = service.authorities();
    try {
      return authorities == null
          ? client.build()
          : client.sslContext(Authorities.trusting(authorities)).build();
    } catch (IOException e) {
      throw new ToolException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private Reply call(String method, String path, @Nullable Object body) {
    Reply reply;
    try {
      reply = exchange(method, URI.create(service.base().resolve("/") + path.substring(1)), body);
    } catch (IOException e) {
      throw new ToolException(
          ExitCode.UNREACHABLE,
          "no answer from %s (%s); is nova-compute running there? Name another address with --api or NOVABM_API"
              .formatted(service.base(), e.getMessage()),
          e);
    }
    if (reply.status() >= 300) {
      throw new ToolException(ExitCode.REFUSED, refusal(reply));
    }
    return reply;
  }

  private Reply exchange(String method, URI address, @Nullable Object body) throws IOException {
    if (method.equals("PATCH") && body != null) {
      return patched(address, body);
    }
    HttpURLConnection connection = service.open(address);
    connection.setRequestMethod(method);
    connection.setRequestProperty("Accept", "application/json");
    if (body != null) {
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(RestJson.written(body));
      }
    }
    int status = connection.getResponseCode();
    return new Reply(
        status, text(status < 400 ? connection.getInputStream() : connection.getErrorStream()));
  }

  /** By java.net.http, for HttpURLConnection refuses this method. */
  private Reply patched(URI address, Object body) throws IOException {
    byte[] bytes = RestJson.written(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(LONGEST_ANSWER)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofByteArray(bytes));
    Secret token = service.token();
    if (token != null) {
      request.header("X-Auth-Token", token.reveal());
    }
    try (HttpClient client = client()) {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      return new Reply(answer.statusCode(), text(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the answer");
    }
  }

  private static String text(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      return "";
    }
    try (stream) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static String refusal(Reply reply) {
    if (reply.status() == 401) {
      return "the service wants its token; give --token-file FILE, or run this with the service's"
          + " configuration as the service's user";
    }
    String why = reply.<@Nullable String>read(() -> RestJson.refusal(reply.text()));
    return why == null ? "the service answered " + reply.status() : why;
  }
}
