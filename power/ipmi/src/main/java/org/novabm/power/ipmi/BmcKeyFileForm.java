package org.novabm.power.ipmi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novabm.power.ipmi.wire.SharedKey;
import org.novabm.spi.Secret;
import org.novabm.spi.settings.SettingForm;

/** The key in a file. */
final class BmcKeyFileForm implements SettingForm<SharedKey> {

  @Override
  public SharedKey read(String file) {
    try {
      return SharedKey.ofBmc(Secret.of(Files.readString(Path.of(file)).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
  }
}
