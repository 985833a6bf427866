package org.novabm.api;

import org.novabm.spi.Secret;

/**
 * Who may use the service: whoever shows the token, wherever he calls from.
 *
 * @param token {@value #SHORTEST} characters or more
 */
public record ApiAccess(Secret token) {

  /** Shorter ones can be guessed. */
  public static final int SHORTEST = 16;

  /**
   * An access.
   *
   * @throws IllegalArgumentException when the token is too short
   */
  public ApiAccess {
    if (token.reveal().strip().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "the API token has less than %d characters; make one by: openssl rand -hex 32"
              .formatted(SHORTEST));
    }
  }

  /** The shown token is the right one; compared in constant time. */
  public boolean accepts(String shown) {
    return token.equals(Secret.of(shown));
  }
}
