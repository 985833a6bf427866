package org.novabm.messaging.wire;

/**
 * The bytes are no message of ours; sending them again would change nothing. Says why, without
 * quoting them.
 */
public final class BadMessageException extends Exception {

  public BadMessageException(String message) {
    super(message);
  }
}
