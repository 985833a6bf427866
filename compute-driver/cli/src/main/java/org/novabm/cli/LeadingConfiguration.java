package org.novabm.cli;

import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lets {@code --config-file} and its like stand before the command, as other Nova programs want it:
 * they are read as if they stood at the end.
 */
final class LeadingConfiguration implements IParameterPreprocessor {

  private static final String OPTION = "--(config-file|config-dir|flagfile)";

  /**
   * @param arguments the next one on top
   */
  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own
  public boolean preprocess(
      Stack<String> arguments,
      CommandSpec command,
      @Nullable ArgSpec argument,
      Map<String, Object> info) {
    int leading = 0;
    while (leading < arguments.size() && peek(arguments, leading).matches(OPTION + "(=.*)?")) {
      leading += peek(arguments, leading).contains("=") ? 1 : 2;
    }
    if (leading < arguments.size()) {
      for (int moved = 0; moved < leading; moved++) {
        arguments.insertElementAt(arguments.pop(), 0);
      }
    }
    return false;
  }

  private static String peek(Stack<String> arguments, int depth) {
    return arguments.get(arguments.size() - 1 - depth);
  }
}
