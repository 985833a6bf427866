package org.novabm.node;

/**
 * Something that must be unique (MAC, uuid, switch address) exists already; the message names it
 * and its owner.
 */
public final class DuplicateException extends RuntimeException {
  public DuplicateException(String message) {
    super(message);
  }
}
