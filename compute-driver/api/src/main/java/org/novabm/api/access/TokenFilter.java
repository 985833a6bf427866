package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.api.ApiAccess;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in, or answers it with 401 or 403. With a token configured every caller shows it,
 * in {@code X-Auth-Token} or {@code Authorization: Bearer}; without one only callers on loopback
 * come in, and only when nothing suggests that they speak for somebody else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class TokenFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final ApiAccess access;

  public TokenFilter(ApiAccess access) {
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String objection = access.isOpen() ? OpenDoor.objection(access, request) : null;
    if (objection != null) {
      FaultResponse.write(response, FaultKind.FORBIDDEN, objection);
    } else if (access.isOpen() || showsToken(request)) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"novabm\"");
      FaultResponse.write(
          response,
          FaultKind.UNAUTHORIZED,
          "the API token is missing or wrong; send it as X-Auth-Token or Authorization: Bearer");
    }
  }

  private boolean showsToken(HttpServletRequest request) {
    String shown = request.getHeader("X-Auth-Token");
    if (shown == null) {
      shown = bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    }
    return shown != null && access.accepts(shown);
  }

  private static @Nullable String bearer(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
