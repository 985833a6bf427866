package org.novabm.power.redfish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests to one BMC, in a session (DSP0266, 13.3.4) that is made with the first one and again
 * when the BMC has forgotten it. One thread at a time.
 */
final class RedfishSession implements AutoCloseable {

  private static final String SESSIONS = "/redfish/v1/SessionService/Sessions";
  private static final String TOKEN = "X-Auth-Token";
  private static final int UNAUTHORIZED = 401;

  private final Endpoint endpoint;
  private final HttpClient http;
  private final Duration timeout;
  private @Nullable String token;
  private @Nullable String location;

  RedfishSession(Endpoint endpoint, HttpClient http, Duration timeout) {
    this.endpoint = endpoint;
    this.http = http;
    this.timeout = timeout;
  }

  String name() {
    return endpoint.display();
  }

  /** A resource, and the tag by which a change of it is guarded. */
  record Resource(JsonNode body, @Nullable String tag) {}

  Resource get(String path, Deadline deadline) {
    HttpResponse<String> answer = send("GET", path, null, null, deadline);
    return new Resource(json(answer), answer.headers().firstValue("ETag").orElse(null));
  }

  void post(String path, JsonNode body, Deadline deadline) {
    send("POST", path, body, null, deadline);
  }

  /**
   * Changes a resource.
   *
   * @param tag as it was read with; null changes it whatever it is
   */
  void patch(String path, JsonNode body, @Nullable String tag, Deadline deadline) {
    send("PATCH", path, body, tag, deadline);
  }

  private HttpResponse<String> send(
      String method,
      String path,
      @Nullable JsonNode body,
      @Nullable String tag,
      Deadline deadline) {
    boolean fresh = token == null;
    if (fresh) {
      logIn(deadline);
    }
    HttpResponse<String> answer = exchange(method, path, body, tag, deadline);
    if (answer.statusCode() == UNAUTHORIZED && !fresh) {
      logIn(deadline);
      answer = exchange(method, path, body, tag, deadline);
    }
    if (answer.statusCode() / 100 != 2) {
      throw refused(method + " " + path, answer);
    }
    return answer;
  }

  private void logIn(Deadline deadline) {
    ObjectNode account = JsonMapper.shared().createObjectNode();
    account.put("UserName", endpoint.user()).put("Password", endpoint.password().reveal());
    token = null;
    HttpResponse<String> answer = exchange("POST", SESSIONS, account, null, deadline);
    String given = answer.headers().firstValue(TOKEN).orElse(null);
    if (answer.statusCode() / 100 != 2 || given == null) {
      throw new BackendException.Refused(
          name(),
          "the BMC does not let user '%s' log in (%s); check user and password, and that the user may use Redfish"
              .formatted(endpoint.user(), RedfishError.text(answer)));
    }
    token = given;
    location = answer.headers().firstValue("Location").map(RedfishSession::path).orElse(null);
  }

  /** Some BMCs answer with a whole address. */
  private static String path(String location) {
    return URI.create(location).getPath();
  }

  private HttpResponse<String> exchange(
      String method,
      String path,
      @Nullable JsonNode body,
      @Nullable String tag,
      Deadline deadline) {
    long left = deadline.leftMillis();
    if (left == 0) {
      throw new BackendException.Unreachable(name(), "no time is left for " + method + " " + path);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofMillis(Math.min(left, timeout.toMillis())))
            .header("OData-Version", "4.0")
            .header("Accept", "application/json");
    if (token != null) {
      request.header(TOKEN, token);
    }
    if (tag != null) {
      request.header("If-Match", tag);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    return exchange(request.build());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name(), "interrupted in " + request.method(), e);
    } catch (SSLException e) {
      throw new BackendException.Refused(
          name(),
          "its certificate is not trusted (%s); put it, or its authority's, into the file of verify_ca in [power:redfish]"
              .formatted(e.getMessage()),
          e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(
          name(), "no answer to %s: %s".formatted(request.method(), e), e);
    }
  }

  private URI uri(String path) {
    String host = endpoint.address();
    return URI.create(
        "https://%s:%d%s"
            .formatted(host.contains(":") ? "[" + host + "]" : host, endpoint.portOr(443), path));
  }

  private JsonNode json(HttpResponse<String> answer) {
    try {
      return JsonMapper.shared().readTree(answer.body());
    } catch (JacksonException e) {
      throw new BackendException.ProtocolViolation(
          name(), "answers %s with no JSON".formatted(answer.uri().getPath()), e);
    }
  }

  private BackendException refused(String what, HttpResponse<String> answer) {
    String text = "the BMC answers %s with %s".formatted(what, RedfishError.text(answer));
    return answer.statusCode() >= 500
        ? new BackendException.Unreachable(name(), text + "; try again later")
        : new BackendException.Refused(name(), text);
  }

  /** Ends the session; a BMC that does not answer ends it by itself. */
  @Override
  public void close() {
    String path = location;
    if (token != null && path != null) {
      try {
        exchange("DELETE", path, null, null, Deadline.in(Duration.ofSeconds(2)));
      } catch (BackendException e) {
        // it times out there
      }
    }
    token = null;
  }
}
