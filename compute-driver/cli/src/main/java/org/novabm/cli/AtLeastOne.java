package org.novabm.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number from 1 on. */
final class AtLeastOne implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException("'" + text + "' is not a whole number from 1 on");
  }
}
