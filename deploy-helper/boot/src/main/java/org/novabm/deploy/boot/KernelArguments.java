package org.novabm.deploy.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the Linux command line, in order. A name may come more than once, as {@code console}
 * does.
 *
 * @param list at most 2000 characters as a line, since x86 Linux and PXELINUX read 2047
 */
public record KernelArguments(List<KernelArgument> list) {

  public static final KernelArguments NONE = new KernelArguments(List.of());

  private static final int MOST_CHARACTERS = 2000;

  /**
   * @throws IllegalArgumentException when the line would be too long
   */
  public KernelArguments {
    list = List.copyOf(list);
    int length = list.stream().mapToInt(argument -> argument.line().length() + 1).sum();
    if (length > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the kernel arguments are " + length + " characters, at most " + MOST_CHARACTERS);
    }
  }

  /**
   * Reads what an operator wrote, for example for {@code pxe_append_params}: arguments separated by
   * blanks. There is no quoting.
   *
   * @throws IllegalArgumentException naming the first argument that is not of the form
   */
  public static KernelArguments parse(String text) {
    return new KernelArguments(
        Stream.of(text.split("[ \t]+"))
            .filter(part -> !part.isEmpty())
            .map(KernelArgument::parse)
            .toList());
  }

  /** These and one more at the end. */
  public KernelArguments with(String name, @Nullable String value) {
    return and(new KernelArguments(List.of(new KernelArgument(name, value))));
  }

  /** These and then the others. */
  public KernelArguments and(KernelArguments others) {
    List<KernelArgument> both = new ArrayList<>(list);
    both.addAll(others.list);
    return new KernelArguments(both);
  }

  boolean names(String name) {
    return list.stream().anyMatch(argument -> argument.name().equals(name));
  }

  /** The arguments with blanks between them. */
  public String line() {
    return list.stream().map(KernelArgument::line).collect(Collectors.joining(" "));
  }
}
