package org.novabm.power.redfish;

import java.net.URI;
import java.net.http.HttpClient;
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

/** Single requests to one BMC. What was answered last is paid for until the next one is asked. */
final class BmcRequests {

  static final String TOKEN = "X-Auth-Token";
  private static final int MOST_HOPS = 3;

  private final Endpoint endpoint;
  private final Exchange exchange;
  private final ByteBudget.Share share;
  private final Duration timeout;

  BmcRequests(Endpoint endpoint, HttpClient http, AnswerLimits limits, Duration timeout) {
    this.endpoint = endpoint;
    this.exchange = new Exchange(endpoint.display(), http, limits);
    this.share = limits.heap().share(endpoint.display());
    this.timeout = timeout;
  }

  /**
   * Asks, and asks where it is sent on to, which is the same BMC always.
   *
   * @param token of the session; null for none
   * @throws BackendException.ProtocolViolation when it is sent elsewhere, or on and on
   */
  BmcAnswer ask(BmcRequest request, @Nullable String token, Deadline deadline) {
    BmcRequest next = request;
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      BmcAnswer answer = once(next, token, deadline);
      if (!answer.sendsOn()) {
        return answer;
      }
      next =
          next.at(
              ResourcePath.withQuery(endpoint, answer.headers().firstValue("Location").orElse("")));
    }
    throw new BackendException.ProtocolViolation(
        endpoint.display(), "it redirects %s without end".formatted(request));
  }

  private BmcAnswer once(BmcRequest request, @Nullable String token, Deadline deadline) {
    Deadline until = deadline.butWithin(timeout);
    if (until.isOver()) {
      throw new BackendException.Unreachable(endpoint.display(), "no time is left for " + request);
    }
    share.close();
    HttpResponse<byte[]> answer = exchange.run(http(request, token), share, until);
    return new BmcAnswer(answer.statusCode(), answer.headers(), json(answer.body(), until));
  }

  private HttpRequest http(BmcRequest request, @Nullable String token) {
    try {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(uri(request.path()))
              .timeout(timeout)
              .header("OData-Version", "4.0")
              .header("Accept", "application/json");
      if (token != null) {
        http.header(TOKEN, token);
      }
      if (request.tag() != null) {
        http.header("If-Match", request.tag());
      }
      if (request.body() == null) {
        return http.method(request.method(), HttpRequest.BodyPublishers.noBody()).build();
      }
      return http.header("Content-Type", "application/json")
          .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body().toString()))
          .build();
    } catch (IllegalArgumentException e) {
      // its token or tag is no header's value, or its path no part of an address
      throw new BackendException.ProtocolViolation(
          endpoint.display(),
          "gave a value that cannot be sent back: " + BodyExcerpt.of("" + e.getMessage()),
          e);
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

  /** What was answered last is not used any more. */
  void forget() {
    share.close();
  }
}
