package org.novabm.spi;

import org.jspecify.annotations.Nullable;

/**
 * A back end could not do what it was asked. The type alone tells the core what to do next; the
 * message tells the operator what happened and what to try.
 */
public abstract sealed class BackendException extends RuntimeException {

  private final String endpoint;

  private BackendException(String endpoint, String message, @Nullable Throwable cause) {
    super(endpoint + ": " + message, cause);
    this.endpoint = endpoint;
  }

  /** The device this is about, for example {@code 10.0.0.7:623}; never holds a secret. */
  public String endpoint() {
    return endpoint;
  }

  /** No answer, or the connection broke: the state of the device is not known; try later. */
  public static final class Unreachable extends BackendException {
    public Unreachable(String endpoint, String message) {
      this(endpoint, message, null);
    }

    public Unreachable(String endpoint, String message, @Nullable Throwable cause) {
      super(endpoint, message, cause);
    }
  }

  /**
   * The device answered and said no (credentials, privilege, arguments): the same request will fail
   * again.
   */
  public static final class Refused extends BackendException {
    public Refused(String endpoint, String message) {
      this(endpoint, message, null);
    }

    public Refused(String endpoint, String message, @Nullable Throwable cause) {
      super(endpoint, message, cause);
    }
  }

  /** The device cannot do this at all. */
  public static final class Unsupported extends BackendException {
    public Unsupported(String endpoint, String message) {
      super(endpoint, message, null);
    }
  }

  /**
   * The device broke the rules of its protocol; the message holds the bytes or the text in
   * question.
   */
  public static final class ProtocolViolation extends BackendException {
    public ProtocolViolation(String endpoint, String message) {
      this(endpoint, message, null);
    }

    public ProtocolViolation(String endpoint, String message, @Nullable Throwable cause) {
      super(endpoint, message, cause);
    }
  }
}
