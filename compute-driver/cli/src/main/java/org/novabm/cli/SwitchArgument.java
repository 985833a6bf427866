package org.novabm.cli;

import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.SwitchId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A switch as it is named on a command line: its number, or {@code -} for none.
 *
 * @param id none for {@code -}
 */
record SwitchArgument(SwitchId id) {

  /** In place of a switch, a port or a power manager: there is none. */
  static final String NONE = "-";

  /** Null for {@code -} and for what is not named. */
  static @Nullable String textOf(@Nullable String named) {
    return NONE.equals(named) ? null : named;
  }

  /** Of picocli. */
  static final class Converter implements ITypeConverter<SwitchArgument> {
    @Override
    public SwitchArgument convert(String text) {
      if (!text.matches("-|[1-9][0-9]{0,8}")) {
        throw new TypeConversionException(
            "'" + text + "' is neither a whole number from 1 on nor -");
      }
      return new SwitchArgument(
          text.equals(NONE) ? SwitchId.NONE : new SwitchId(Long.valueOf(text)));
    }
  }
}
