package org.novabm.service;

/**
 * This process was silent for longer than its lease: another one may act for its host already.
 * Nothing was done; what was under way goes on where it is on record, here or there.
 */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LeaseLostException() {
    super(
        "this process could not renew its lease in time, and another one may act for its host;"
            + " nothing is done until it is renewed");
  }
}
