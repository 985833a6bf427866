package org.novabm.messaging.rpc;

import org.novabm.messaging.wire.Failure;

/**
 * The request cannot be served, however often it is sent; a caller is told, a cast is only logged.
 */
public final class CallRefusedException extends Exception {

  private final transient Failure failure;

  public CallRefusedException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** What the caller is told. */
  public Failure failure() {
    return failure;
  }
}
