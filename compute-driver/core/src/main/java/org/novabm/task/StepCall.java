package org.novabm.task;

import java.util.Map;

/**
 * A step by its name, with what it is told.
 *
 * @param name as the catalogue has it
 * @param arguments what the step makes of them is the step's affair
 */
public record StepCall(String name, Map<String, String> arguments) {

  public StepCall {
    arguments = Map.copyOf(arguments);
  }

  /** A step that is told nothing. */
  public static StepCall of(String name) {
    return new StepCall(name, Map.of());
  }
}
