package org.novabm.api;

import org.jspecify.annotations.Nullable;
import org.novabm.rest.Password;
import org.novabm.spi.Secret;

/** GivenPasswords of requests as the core has them. */
public final class GivenPasswords {

  private GivenPasswords() {}

  /** Null when it is left out. */
  public static @Nullable Secret orNull(@Nullable Password given) {
    return given == null ? null : Secret.of(given.text());
  }

  /** Empty when it is left out. */
  public static Secret orEmpty(@Nullable Password given) {
    return given == null ? Secret.EMPTY : Secret.of(given.text());
  }
}
