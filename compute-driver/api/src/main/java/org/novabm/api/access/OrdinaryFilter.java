package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no handler would know what to do with: methods nobody has, parameters in no form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
final class OrdinaryFilter extends OncePerRequestFilter {

  private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!KNOWN.contains(request.getMethod())) {
      FaultResponse.write(
          response, FaultKind.BAD_METHOD, "only the methods GET, POST and DELETE are allowed");
    } else if (request.getRequestURI().indexOf(';') >= 0) {
      // Tomcat leaves such parameters as they are, and Spring fails over those it cannot decode
      FaultResponse.write(response, FaultKind.BAD_REQUEST, "an address of this service has no ;");
    } else if (hasForm(request)) {
      chain.doFilter(request, response);
    } else {
      FaultResponse.write(response, FaultKind.BAD_REQUEST, "the query of the address is malformed");
    }
  }

  /** Tomcat decodes them at the first question, and throws at every question when it cannot. */
  private static boolean hasForm(HttpServletRequest request) {
    try {
      return request.getParameterMap() != null;
    } catch (InvalidParameterException _) {
      return false;
    }
  }
}
