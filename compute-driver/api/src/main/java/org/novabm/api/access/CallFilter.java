package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.novabm.api.ApiLimits;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.novabm.api.listen.Visits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many calls are worked on at one time, and tells the connections' doorkeeper how far
 * each is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class CallFilter extends OncePerRequestFilter {

  private final Visits visits;
  private final Semaphore places;
  private final long patience;

  CallFilter(ApiLimits limits, Visits visits) {
    this.visits = visits;
    this.places = new Semaphore(limits.calls(), true);
    this.patience = limits.request().toMillis();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    int port = request.getRemotePort();
    visits.inside(address, port);
    try {
      if (placed()) {
        try {
          chain.doFilter(
              request, new WatchedAnswer(response, () -> visits.answered(address, port)));
        } finally {
          places.release();
        }
      } else {
        FaultResponse.write(
            response,
            FaultKind.UNAVAILABLE,
            "too many calls are being worked on; try again, or raise [novabm] api_calls");
      }
    } finally {
      if (response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
        visits.upgraded(address, port);
      } else {
        visits.done(address, port);
      }
    }
  }

  private boolean placed() throws IOException {
    try {
      return places.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the service ends").initCause(e);
    }
  }
}
