package org.novabm.conf;

/**
 * Where a value stands, for messages to the operator.
 *
 * @param file the file as it was named
 * @param line counted from 1; 0 when the place is a whole file
 */
public record Origin(String file, int line) {

  /** Of a value that stands in no file. */
  public static final Origin BUILT_IN = new Origin("built-in default", 0);

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
