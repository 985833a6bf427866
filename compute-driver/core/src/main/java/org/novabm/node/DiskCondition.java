package org.novabm.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One root device hint, read. */
sealed interface DiskCondition {

  Set<String> TEXTS =
      Set.of(
          "name",
          "serial",
          "wwn",
          "wwn_with_extension",
          "wwn_vendor_extension",
          "model",
          "vendor",
          "hctl",
          "by_path");

  boolean isMetBy(Disk disk);

  /**
   * Reads a hint.
   *
   * @throws IllegalArgumentException naming the hint and what is wrong with it
   */
  static DiskCondition parse(String name, String text) {
    String expression = text.strip().toLowerCase(Locale.ROOT);
    if (expression.isEmpty()) {
      throw wrong(name, "is empty");
    }
    return switch (name) {
      case "size" -> Size.read(expression);
      case "rotational" -> Rotational.read(expression);
      case String known when TEXTS.contains(known) -> Text.read(known, expression);
      default ->
          throw new IllegalArgumentException(
              "'%s' is not a root device hint; there are size, rotational, %s"
                  .formatted(name, String.join(", ", TEXTS.stream().sorted().toList())));
    };
  }

  private static IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("root device hint " + name + " " + what);
  }

  /** In GiB; {@code =} is {@code >=}, as in all extra specs of OpenStack. */
  record Size(String operator, long gib) implements DiskCondition {

    private static final Pattern FORM = Pattern.compile("(==|!=|>=|<=|=|<|>)?\\s*([0-9]{1,9})");
    private static final long GIB = 1L << 30;

    private static Size read(String expression) {
      Matcher matcher = FORM.matcher(expression);
      if (!matcher.matches() || Long.parseLong(matcher.group(2)) == 0) {
        throw wrong(
            "size", "is a whole number of GiB from 1 on, with ==, !=, >=, <=, > or < before it");
      }
      String operator = matcher.group(1);
      return new Size(operator == null ? "==" : operator, Long.parseLong(matcher.group(2)));
    }

    @Override
    public boolean isMetBy(Disk disk) {
      int compared = Long.compare(disk.bytes(), gib * GIB);
      return switch (operator) {
        case "=", ">=" -> compared >= 0;
        case "!=" -> compared != 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        case "<" -> compared < 0;
        default -> compared == 0;
      };
    }
  }

  /** Whether it turns. */
  record Rotational(boolean wanted) implements DiskCondition {

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

    private static Rotational read(String expression) {
      if (!YES.contains(expression) && !NO.contains(expression)) {
        throw wrong("rotational", "is true or false");
      }
      return new Rotational(YES.contains(expression));
    }

    @Override
    public boolean isMetBy(Disk disk) {
      return disk.rotational() == wanted;
    }
  }

  /** On a text, without regard to case. */
  record Text(String name, String operator, List<String> values) implements DiskCondition {

    private static final Pattern FORM =
        Pattern.compile("(s==|s!=|s>=|s<=|s>|s<|<in>|<or>|<all-in>)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern NUMERIC = Pattern.compile("[=!<>]=?.*", Pattern.DOTALL);

    private static Text read(String name, String expression) {
      Matcher matcher = FORM.matcher(expression);
      if (!matcher.matches()) {
        if (NUMERIC.matcher(expression).matches()) {
          throw wrong(
              name, "is a text; compare it by s==, s!=, s>=, s<=, s>, s<, <in>, <or> or <all-in>");
        }
        return new Text(name, "s==", List.of(expression));
      }
      String operator = matcher.group(1);
      boolean several = operator.equals("<or>") || operator.equals("<all-in>");
      List<String> values =
          several
              ? Arrays.stream(matcher.group(2).split(Pattern.quote(operator), -1))
                  .map(String::strip)
                  .toList()
              : List.of(matcher.group(2).strip());
      if (values.stream().anyMatch(String::isEmpty)) {
        throw wrong(name, "has nothing behind " + operator);
      }
      return new Text(name, operator, values);
    }

    @Override
    public boolean isMetBy(Disk disk) {
      List<String> has = new ArrayList<>();
      for (String text : disk.texts(name)) {
        if (!text.isBlank()) {
          has.add(text.strip().toLowerCase(Locale.ROOT));
        }
      }
      return operator.equals("s!=")
          ? !has.isEmpty() && has.stream().allMatch(this::holds)
          : has.stream().anyMatch(this::holds);
    }

    private boolean holds(String has) {
      return switch (operator) {
        case "<in>" -> has.contains(values.getFirst());
        case "<or>" -> values.contains(has);
        case "<all-in>" -> values.stream().allMatch(has::contains);
        default -> comparison().test(has, values.getFirst());
      };
    }

    private BiPredicate<String, String> comparison() {
      return switch (operator) {
        case "s!=" -> (has, wanted) -> !has.equals(wanted);
        case "s>=" -> (has, wanted) -> has.compareTo(wanted) >= 0;
        case "s<=" -> (has, wanted) -> has.compareTo(wanted) <= 0;
        case "s>" -> (has, wanted) -> has.compareTo(wanted) > 0;
        case "s<" -> (has, wanted) -> has.compareTo(wanted) < 0;
        default -> String::equals;
      };
    }
  }
}
