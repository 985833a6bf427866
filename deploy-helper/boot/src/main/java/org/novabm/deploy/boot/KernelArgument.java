package org.novabm.deploy.boot;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One argument of the Linux command line: {@code name} or {@code name=value}.
 *
 * <p>The characters allowed have no meaning to iPXE, PXELINUX, GRUB or a shell that splits the line
 * later: no blanks, quotes, control characters, backslashes, {@code $}, braces, {@code ; | < > #}.
 *
 * @param name 1 to 64 letters, digits and {@code . _ -}, a letter or digit first
 * @param value null for a name alone; else 0 to 1024 letters, digits and {@code . _ , : / = @ % + ~
 *     ? & [ ] -}
 */
public record KernelArgument(String name, @Nullable String value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._,:/=@%+~?&\\[\\]-]{0,1024}");

  /**
   * @throws IllegalArgumentException when name or value are of another form; the message does not
   *     repeat the value, which may be a key
   */
  public KernelArgument {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a kernel argument's name is 1 to 64 letters, digits and . _ -, a letter or digit first");
    }
    if (value != null && !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the value of kernel argument "
              + name
              + " is not up to 1024 letters, digits and . _ , : / = @ % + ~ ? & [ ] -");
    }
  }

  /**
   * Reads {@code name} or {@code name=value}.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public static KernelArgument parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new KernelArgument(text, null)
        : new KernelArgument(text.substring(0, equals), text.substring(equals + 1));
  }

  String line() {
    return value == null ? name : name + "=" + value;
  }

  /** The name alone: a value may be a key. */
  @Override
  public String toString() {
    return value == null ? name : name + "=***";
  }
}
