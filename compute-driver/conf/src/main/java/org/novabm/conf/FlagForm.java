package org.novabm.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The flag-file form of the first releases: {@code --name=value}, {@code --name} for yes, {@code
 * --noname} for no, comments by {@code #} or {@code //}, also behind a value when blanks stand
 * around the {@code #}. All names are of group {@code DEFAULT}.
 */
final class FlagForm {

  private static final Pattern REMARK = Pattern.compile("\\s#(\\s.*)?$");

  private FlagForm() {}

  /** Whether the first line that says something is a flag. */
  static boolean isFlagFile(List<String> lines) {
    return lines.stream()
        .map(PythonBlanks::strip)
        .filter(text -> !silent(text) && !text.startsWith(";") && !LeftOut.is(text))
        .findFirst()
        .filter(text -> text.startsWith("--"))
        .isPresent();
  }

  /**
   * The assignments in the order of the file.
   *
   * @throws ConfigException at the first line that is no flag
   */
  static List<Assignment> parse(String file, List<String> lines) {
    List<Assignment> assignments = new ArrayList<>();
    int line = 0;
    for (String raw : lines) {
      line++;
      String text = PythonBlanks.strip(raw);
      if (!silent(text)) {
        Origin origin = new Origin(file, line);
        assignments.add(LeftOut.is(text) ? LeftOut.at(origin) : flag(text, origin));
      }
    }
    return List.copyOf(assignments);
  }

  private static boolean silent(String text) {
    return text.isEmpty() || text.startsWith("#") || text.startsWith("//");
  }

  private static Assignment flag(String line, Origin origin) {
    String text = PythonBlanks.stripTrailing(REMARK.matcher(line).replaceFirst(""));
    if (!text.startsWith("--")) {
      throw new ConfigException(
          origin, "not a --name=value line; a file is either all flags or all INI sections");
    }
    int equal = text.indexOf('=');
    String name = name(equal < 0 ? text : text.substring(0, equal));
    if (name.isEmpty()) {
      throw new ConfigException(origin, "a flag without a name; write --name=value");
    }
    if (name.equals("flagfile")) {
      throw new ConfigException(
          origin, "flag files are not nested; give each by a --config-file of its own");
    }
    if (equal >= 0) {
      return assignment(name, PythonBlanks.strip(text.substring(equal + 1)), origin);
    }
    return name.startsWith("no") && name.length() > 2
        ? assignment(name.substring(2), "false", origin)
        : assignment(name, "true", origin);
  }

  private static String name(String flag) {
    return PythonBlanks.strip(flag.substring(2)).replace('-', '_');
  }

  private static Assignment assignment(String name, String value, Origin origin) {
    return new Assignment(new OptionName(OptionName.DEFAULT, name), value, origin);
  }
}
