package org.novabm.power.redfish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.JsonNode;

/**
 * Requests to one BMC, in a session (DSP0266, 13.3.4) that is made with the first one and again
 * when the BMC has forgotten it. One thread at a time. An answer is paid for until the next one is
 * asked for, so whoever goes on asking takes with it what it needs of the one before.
 */
final class RedfishSession implements AutoCloseable {

  private static final int UNAUTHORIZED = 401;
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final BmcRequests requests;
  private final Pause pause;
  private @Nullable ServiceRoot root;
  private @Nullable OpenedSession login;

  RedfishSession(Endpoint endpoint, BmcRequests requests, Duration poll) {
    this.endpoint = endpoint;
    this.requests = requests;
    this.pause = new Pause(endpoint.display(), poll);
  }

  String name() {
    return endpoint.display();
  }

  Pause pause() {
    return pause;
  }

  /** A resource, and the tags by which a change of it is guarded. */
  record Resource(JsonNode body, Tags tags) {}

  /** The path of a link that the BMC gave; see {@link ResourcePath#of}. */
  String path(String link) {
    return ResourcePath.of(endpoint, link);
  }

  /** The path and query of a link to a further page. */
  String page(String link) {
    return ResourcePath.withQuery(endpoint, link);
  }

  ServiceRoot root(Deadline deadline) {
    ServiceRoot known = root;
    if (known == null) {
      known = ServiceRoot.read(requests, endpoint, deadline);
      root = known;
    }
    return known;
  }

  /**
   * Reads a resource. A BMC that is not ready for that is asked again within the deadline, and one
   * that says something else, as a web server with nobody behind it, a few times.
   */
  Resource get(String path, Deadline deadline) {
    Deadline soon = pause.soon(deadline);
    while (true) {
      BmcRequest request = BmcRequest.get(path);
      BmcAnswer answer = send(request, deadline);
      switch (Verdict.of(name(), request.toString(), answer)) {
        case Verdict.Done _ -> {
          if (answer.body() != null) {
            return new Resource(answer.body(), Tags.of(answer));
          }
          if (!pause.within(soon)) {
            throw new BackendException.ProtocolViolation(
                name(), "answers %s without JSON, or with JSON that is too deep".formatted(path));
          }
        }
        case Verdict.No(BackendException why, _) -> throw why;
        case Verdict.Later(BackendException why, Duration asked) -> {
          if (!pause.within(deadline, asked)) {
            throw why;
          }
        }
      }
    }
  }

  /** Orders something, once. */
  Verdict post(String path, JsonNode body, Deadline deadline) {
    BmcRequest request = BmcRequest.post(path, body);
    return Verdict.of(name(), request.toString(), send(request, deadline));
  }

  /** Whatever is answered, but for a session that the BMC has forgotten. */
  BmcAnswer send(BmcRequest request, Deadline deadline) {
    OpenedSession before = login;
    if (before == null) {
      return requests.ask(request, logIn(deadline).token(), deadline);
    }
    BmcAnswer answer = requests.ask(request, before.token(), deadline);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    login = null;
    OpenedSession after = logIn(deadline);
    // a BMC that only says that it has forgotten it would keep it
    end(before, after.token(), deadline.butWithin(FAREWELL));
    return requests.ask(request, after.token(), deadline);
  }

  private OpenedSession logIn(Deadline deadline) {
    OpenedSession made =
        OpenedSession.make(requests, endpoint, root(deadline).sessions(), pause, deadline);
    login = made;
    made.checkPlace();
    return made;
  }

  private void end(OpenedSession ended, String token, Deadline deadline) {
    String path = ended.path();
    if (path == null) {
      return;
    }
    try {
      BmcRequest farewell = BmcRequest.delete(path);
      while (true) {
        BmcAnswer answer = requests.ask(farewell, token, deadline);
        if (!PassingRefusals.has(answer) || !pause.within(deadline)) {
          return;
        }
      }
    } catch (BackendException e) {
      // it times out there
    }
  }

  /** What was answered last is not used any more. */
  void forget() {
    requests.forget();
  }

  /**
   * Ends the session, for whoever was interrupted too; a BMC that does not answer ends it by
   * itself.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    OpenedSession last = login;
    login = null;
    try {
      if (last != null) {
        end(last, last.token(), Deadline.in(FAREWELL));
      }
      forget();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
