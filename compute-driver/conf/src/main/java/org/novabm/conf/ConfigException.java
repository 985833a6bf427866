package org.novabm.conf;

import org.jspecify.annotations.Nullable;

/** The configuration cannot be used; the message names the place, the fault and the remedy. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(Origin origin, String fault) {
    this(origin, fault, null);
  }

  public ConfigException(Origin origin, String fault, @Nullable Throwable cause) {
    super(origin + ": " + fault, cause);
  }
}
