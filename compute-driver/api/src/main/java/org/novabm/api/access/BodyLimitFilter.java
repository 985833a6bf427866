package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes in the whole body before anything looks at it, and refuses more than 1 MiB with 413. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimitFilter extends OncePerRequestFilter {

  static final int LIMIT = 1 << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      refuse(response);
      return;
    }
    // a chunked body tells its length only by ending
    byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      refuse(response);
    } else {
      chain.doFilter(new ReadRequest(request, body), response);
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    FaultResponse.write(
        response, FaultKind.TOO_LARGE, "the body is longer than " + LIMIT + " bytes");
  }
}
