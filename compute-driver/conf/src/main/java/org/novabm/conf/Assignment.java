package org.novabm.conf;

/**
 * One key that a file gives a value.
 *
 * @param value the lines of the value joined by newline, nothing replaced in it yet
 */
public record Assignment(OptionName name, String value, Origin origin) {

  /** The value stays out: it may be a password. */
  @Override
  public String toString() {
    return origin + ": " + name;
  }
}
