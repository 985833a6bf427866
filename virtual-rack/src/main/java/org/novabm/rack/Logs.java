package org.novabm.rack;

/** What becomes of the logs when a rack is taken down. */
public enum Logs {
  KEEP,
  DELETE
}
