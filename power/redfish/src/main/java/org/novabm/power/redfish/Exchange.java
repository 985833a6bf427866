package org.novabm.power.redfish;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;

/**
 * One request and its answer, over by the deadline to its last byte: the client's own time-out ends
 * with the answer's head.
 *
 * @param name the BMC, for messages
 */
record Exchange(String name, HttpClient http, AnswerLimits limits) {

  /**
   * Sends and waits for the whole answer.
   *
   * @param share pays for the answer; given back by the caller
   * @throws BackendException.Unreachable when there is no whole answer in time
   * @throws BackendException.ProtocolViolation when it is too long
   */
  HttpResponse<byte[]> run(HttpRequest request, ByteBudget.Share share, Deadline deadline) {
    AnswerBody body = new AnswerBody(name, limits.longest(), share, deadline);
    CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> body);
    try {
      return answer.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name, "interrupted in " + request.method(), e);
    } catch (TimeoutException e) {
      throw new BackendException.Unreachable(
          name, "no whole answer to %s in time".formatted(request.method()), e);
    } catch (ExecutionException e) {
      throw failure(request, e);
    } finally {
      // closes the connection of an answer that is not whole; does nothing to one that is
      answer.cancel(true);
      body.end();
    }
  }

  private BackendException failure(HttpRequest request, ExecutionException e) {
    for (Throwable why = e.getCause(); why != null; why = why.getCause()) {
      if (why instanceof BackendException ours) {
        return ours;
      }
      if (why instanceof SSLException tls) {
        return TlsTrouble.of(name, tls);
      }
    }
    String text =
        "no answer to %s: %s".formatted(request.method(), BodyExcerpt.of("" + e.getCause()));
    return e.getCause() instanceof IOException
        ? new BackendException.Unreachable(name, text, e)
        : new BackendException.ProtocolViolation(name, text, e);
  }
}
