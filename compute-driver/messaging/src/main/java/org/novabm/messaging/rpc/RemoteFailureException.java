package org.novabm.messaging.rpc;

import org.novabm.messaging.wire.Failure;

/** The other side answered a call with an error. */
public final class RemoteFailureException extends Exception {

  private final transient Failure failure;

  RemoteFailureException(Failure failure) {
    super(failure.type() + ": " + failure.message());
    this.failure = failure;
  }

  /** As it was sent. */
  public Failure failure() {
    return failure;
  }
}
