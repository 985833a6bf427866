package org.novabm.power.ipmi;

import java.util.List;
import java.util.stream.Stream;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.spi.settings.SettingForm;

/** Cipher suites by their numbers, with commas. */
final class CipherSuitesForm implements SettingForm<List<CipherSuite>> {

  @Override
  public List<CipherSuite> read(String text) {
    try {
      return Stream.of(text.split(",", -1))
          .map(id -> CipherSuite.of(Integer.parseInt(id.strip())))
          .toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a list of numbers such as 17,3", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
  }
}
