package org.novabm.conf;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $name}, {@code ${name}} and {@code ${group.name}} by the values of those options,
 * and {@code $$} or {@code \$} by a dollar; any other dollar stays. A plain name is looked for in
 * the group of the value it stands in, then in {@code [DEFAULT]}. Unlike oslo.config, which knows
 * the options of its own program only, it takes any key that stands in the files.
 */
final class Substitution {

  /** Names take dots, so {@code $state_path.bak} asks for key {@code bak} of group state_path. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$(?:(?<dollar>\\$)|(?<plain>[_a-z][._a-z0-9]*)|\\{(?<braced>[_a-z][._a-z0-9]*)\\})",
          Pattern.CASE_INSENSITIVE);

  /** References to references can double a text at each step. */
  private static final int MOST_CHARACTERS = 1 << 20;

  /** Finds the unreplaced value of an option. */
  interface Source {
    @Nullable Assignment find(OptionName name);
  }

  private final Source source;

  Substitution(Source source) {
    this.source = source;
  }

  /**
   * The value with all references replaced.
   *
   * @param name the option it is the value of, which decides where plain names are looked for
   * @throws ConfigException for a reference to nothing, or in a circle
   */
  String replaceIn(OptionName name, Assignment assignment) {
    return replace(name, assignment, new LinkedHashSet<>());
  }

  private String replace(OptionName name, Assignment value, SequencedSet<OptionName> above) {
    if (value.value().indexOf('$') < 0) {
      return value.value();
    }
    if (!above.add(name)) {
      throw new ConfigException(value.origin(), "values refer to each other in a circle: " + above);
    }
    Matcher matcher = REFERENCE.matcher(value.value().replace("\\$", "$$"));
    String replaced =
        matcher.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("dollar") != null
                        ? "$"
                        : referred(reference(found), name, value.origin(), above)));
    if (replaced.length() > MOST_CHARACTERS) {
      throw new ConfigException(value.origin(), name + " grows too long by its references");
    }
    above.removeLast();
    return replaced;
  }

  private static String reference(MatchResult found) {
    String plain = found.group("plain");
    return plain != null ? plain : found.group("braced");
  }

  private String referred(
      String reference, OptionName from, Origin origin, SequencedSet<OptionName> above) {
    int dot = reference.indexOf('.');
    OptionName near =
        dot < 0
            ? new OptionName(from.group(), reference)
            : new OptionName(reference.substring(0, dot), reference.substring(dot + 1));
    OptionName global = new OptionName(OptionName.DEFAULT, reference);
    for (OptionName name : new OptionName[] {near, global}) {
      Assignment found = source.find(name);
      if (found != null) {
        return replace(name, found, above);
      }
    }
    throw new ConfigException(
        origin,
        from
            + " refers to ${"
            + reference
            + "}, which is not an option; write a literal dollar as $$");
  }
}
