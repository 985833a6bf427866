package org.novabm.messaging.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of an RPC interface. A third number, which no Nova release sends, is ignored.
 *
 * @param major changes when callers break
 * @param minor grows with each addition
 */
public record ApiVersion(int major, int minor) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\.\\d{1,6})?");

  /** Reads {@code 6.1}; null when the text is no version. */
  public static @Nullable ApiVersion parse(String text) {
    Matcher numbers = TEXT.matcher(text);
    return numbers.matches()
        ? new ApiVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
        : null;
  }

  /** Whether who offers this version can do what the asked one needs. */
  public boolean serves(ApiVersion asked) {
    return asked.major == major && asked.minor <= minor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
