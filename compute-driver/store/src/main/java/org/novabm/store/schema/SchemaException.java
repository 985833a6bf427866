package org.novabm.store.schema;

/** The database is not in a state in which this can be done; the message says what to do. */
public final class SchemaException extends RuntimeException {
  public SchemaException(String message) {
    super(message);
  }
}
