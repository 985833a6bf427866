package org.novabm.messaging.compute;

/** A value of a message that cannot be used; says which, and what is wrong with it. */
final class UnusableValueException extends Exception {

  UnusableValueException(String path, String fault) {
    super(path + ": " + fault);
  }
}
