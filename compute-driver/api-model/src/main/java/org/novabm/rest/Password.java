package org.novabm.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A password in a request; no answer has one. It is a string there, and prints as {@code ***}.
 *
 * @param text the password itself
 */
public record Password(@JsonValue String text) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Password {}

  @Override
  public String toString() {
    return "***";
  }
}
