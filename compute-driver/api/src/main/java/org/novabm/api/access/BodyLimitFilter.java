package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.novabm.api.ApiLimits;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in the whole body before anything looks at it. Refuses more than 1 MiB with 413, one that
 * does not come in time with 408, and with 503 when others' bodies left no room for it meanwhile.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimitFilter extends OncePerRequestFilter {

  private final ByteBudget budget;
  private final Duration patience;

  BodyLimitFilter(ApiLimits limits) {
    this.budget = new ByteBudget("bodies of REST calls", limits.bodyBytes());
    this.patience = limits.request();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (ByteBudget.Share share = budget.share("a body")) {
      byte[] body;
      try {
        body = new WholeBody(request, share, Deadline.in(patience)).read();
      } catch (WholeBody.TooLong _) {
        String limit = "the body is longer than " + ApiLimits.LONGEST_BODY + " bytes";
        FaultResponse.write(response, FaultKind.TOO_LARGE, limit);
        return;
      } catch (SocketTimeoutException _) {
        String late = "the body did not come whole within " + patience.toSeconds() + " s";
        FaultResponse.write(response, FaultKind.TOO_SLOW, late);
        return;
      } catch (BackendException.Unreachable e) {
        FaultResponse.write(response, FaultKind.UNAVAILABLE, String.valueOf(e.getMessage()));
        return;
      }
      chain.doFilter(new ReadRequest(request, body), response);
    }
  }
}
