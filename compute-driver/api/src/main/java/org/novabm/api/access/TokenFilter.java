package org.novabm.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import org.novabm.api.ApiAccess;
import org.novabm.api.ApiLimits;
import org.novabm.api.fault.FaultKind;
import org.novabm.api.fault.FaultResponse;
import org.novabm.api.listen.CallerNetwork;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in, or answers it with 401 or 403. Every caller shows the token, in {@code
 * X-Auth-Token} or {@code Authorization: Bearer}, on loopback as well: not every account of this
 * machine is its operator's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class TokenFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final ApiAccess access;
  private final WrongTokens wrong;

  public TokenFilter(ApiAccess access, ApiLimits limits) {
    this.access = access;
    this.wrong = new WrongTokens(limits.slowestRefusal(), System::nanoTime);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String shown = shown(request);
    if (shown == null || !access.accepts(shown)) {
      if (shown != null) {
        letWait(request);
      }
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"novabm\"");
      FaultResponse.write(
          response,
          FaultKind.UNAUTHORIZED,
          "the API token is missing or wrong; send it as X-Auth-Token or Authorization: Bearer");
      return;
    }
    String objection = ForeignPage.objection(request);
    if (objection != null) {
      FaultResponse.write(response, FaultKind.FORBIDDEN, objection);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** On a virtual thread of his own, whose connection another caller may take meanwhile. */
  private void letWait(HttpServletRequest request) throws IOException {
    try {
      Thread.sleep(wrong.next(CallerNetwork.of(request.getRemoteAddr())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the service ends").initCause(e);
    }
  }

  private static @Nullable String shown(HttpServletRequest request) {
    String token = request.getHeader("X-Auth-Token");
    return token == null ? bearer(request.getHeader(HttpHeaders.AUTHORIZATION)) : token;
  }

  private static @Nullable String bearer(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
