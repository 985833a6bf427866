package org.novabm.power.redfish;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests to one BMC, in a session (DSP0266, 13.3.4) that is made with the first one and again
 * when the BMC has forgotten it. One thread at a time. An answer is paid for until the next one is
 * asked for, so whoever goes on asking takes with it what it needs of the one before.
 */
final class RedfishSession implements AutoCloseable {

  private static final String SESSIONS = "/redfish/v1/SessionService/Sessions";
  private static final String TOKEN = "X-Auth-Token";
  private static final int UNAUTHORIZED = 401;

  private final Endpoint endpoint;
  private final Exchange exchange;
  private final ByteBudget.Share share;
  private final Duration timeout;
  private @Nullable String token;
  private @Nullable String location;

  RedfishSession(Endpoint endpoint, HttpClient http, AnswerLimits limits, Duration timeout) {
    this.endpoint = endpoint;
    this.exchange = new Exchange(endpoint.display(), http, limits);
    this.share = limits.heap().share(endpoint.display());
    this.timeout = timeout;
  }

  String name() {
    return endpoint.display();
  }

  /** A resource, and the tag by which a change of it is guarded. */
  record Resource(JsonNode body, @Nullable String tag) {}

  /** An answer; without a body when that is no JSON. */
  private record Answer(int status, HttpHeaders headers, @Nullable JsonNode body) {

    boolean isGood() {
      return status / 100 == 2;
    }

    String complaint() {
      return AnswerText.complaint(status, body);
    }
  }

  /** The path of a link that the BMC gave; see {@link ResourcePath#of}. */
  String path(String link) {
    return ResourcePath.of(endpoint, link);
  }

  Resource get(String path, Deadline deadline) {
    Answer answer = send("GET", path, null, null, deadline);
    if (answer.body() == null) {
      throw new BackendException.ProtocolViolation(
          name(), "answers %s with no JSON, or one too deep".formatted(path));
    }
    return new Resource(answer.body(), answer.headers().firstValue("ETag").orElse(null));
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

  private Answer send(
      String method,
      String path,
      @Nullable JsonNode body,
      @Nullable String tag,
      Deadline deadline) {
    boolean fresh = token == null;
    if (fresh) {
      logIn(deadline);
    }
    Answer answer = exchange(method, path, body, tag, deadline);
    if (answer.status() == UNAUTHORIZED && !fresh) {
      logIn(deadline);
      answer = exchange(method, path, body, tag, deadline);
    }
    if (!answer.isGood()) {
      throw refused(method + " " + path, answer);
    }
    return answer;
  }

  private void logIn(Deadline deadline) {
    ObjectNode account = JsonMapper.shared().createObjectNode();
    account.put("UserName", endpoint.user()).put("Password", endpoint.password().reveal());
    token = null;
    Answer answer = exchange("POST", SESSIONS, account, null, deadline);
    String given = answer.headers().firstValue(TOKEN).orElse(null);
    if (!answer.isGood() || given == null) {
      throw new BackendException.Refused(
          name(),
          "the BMC does not let user '%s' log in (%s); check user and password, and that the user may use Redfish"
              .formatted(endpoint.user(), answer.complaint()));
    }
    token = given;
    location =
        answer
            .headers()
            .firstValue("Location")
            .map(text -> ResourcePath.ofLocation(endpoint, text))
            .orElse(null);
  }

  private Answer exchange(
      String method,
      String path,
      @Nullable JsonNode body,
      @Nullable String tag,
      Deadline deadline) {
    Deadline until = deadline.butWithin(timeout);
    if (until.isOver()) {
      throw new BackendException.Unreachable(name(), "no time is left for " + method + " " + path);
    }
    share.close();
    HttpResponse<byte[]> answer = exchange.run(request(method, path, body, tag), share, until);
    return new Answer(answer.statusCode(), answer.headers(), json(answer.body(), until));
  }

  private HttpRequest request(
      String method, String path, @Nullable JsonNode body, @Nullable String tag) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri(path))
              .timeout(timeout)
              .header("OData-Version", "4.0")
              .header("Accept", "application/json");
      if (token != null) {
        request.header(TOKEN, token);
      }
      if (tag != null) {
        request.header("If-Match", tag);
      }
      if (body == null) {
        return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
      }
      return request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
          .build();
    } catch (IllegalArgumentException e) {
      // its token or tag is no header's value, or its path no part of an address
      throw new BackendException.ProtocolViolation(
          name(), "gave what cannot be sent back: " + Excerpt.of("" + e.getMessage()), e);
    }
  }

  private URI uri(String path) {
    String host = endpoint.address();
    return URI.create(
        "https://%s:%d%s"
            .formatted(host.contains(":") ? "[" + host + "]" : host, endpoint.portOr(443), path));
  }

  private @Nullable JsonNode json(byte[] body, Deadline deadline) {
    try {
      return body.length == 0 ? null : AnswerText.tree(body, share, deadline);
    } catch (JacksonException e) {
      return null;
    }
  }

  private BackendException refused(String what, Answer answer) {
    String text = "the BMC answers %s with %s".formatted(what, answer.complaint());
    return answer.status() >= 500
        ? new BackendException.Unreachable(name(), text + "; try again later")
        : new BackendException.Refused(name(), text);
  }

  /** What was answered last is not used any more. */
  void forget() {
    share.close();
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
    forget();
  }
}
