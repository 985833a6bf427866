package org.novabm.api.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down each change and each refusal, with what came of it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class AuditFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<Integer> NOT_LET_IN =
      Set.of(HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN);

  private final Audit audit;

  AuditFilter(Audit audit) {
    this.audit = audit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean told = false;
    try {
      chain.doFilter(request, response);
      told = true;
    } finally {
      write(
          request,
          told ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          response);
    }
  }

  private void write(HttpServletRequest request, int status, HttpServletResponse response) {
    if (NOT_LET_IN.contains(status)) {
      audit.refusal(request, status);
    } else if (!READING.contains(request.getMethod())
        // who sits down at a console can type
        || status == HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
      audit.change(request, status, response.getHeader(HttpHeaders.LOCATION));
    }
  }
}
