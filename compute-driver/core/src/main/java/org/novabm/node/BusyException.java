package org.novabm.node;

/** It is in use and stays; the message says by whom and what to do first. */
public final class BusyException extends RuntimeException {
  public BusyException(String message) {
    super(message);
  }
}
