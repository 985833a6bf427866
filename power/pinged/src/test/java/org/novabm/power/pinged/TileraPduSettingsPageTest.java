package org.novabm.power.pinged;

import java.nio.file.Path;
import java.util.function.Function;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.SettingsPage;

class TileraPduSettingsPageTest implements SettingsPage {

  @Override
  public Path page() {
    return Path.of("../../docs/power.md");
  }

  @Override
  public String heading() {
    return "## Outlets behind a program";
  }

  @Override
  public String group() {
    return "power:tilera_pdu";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return TileraPduSettings::from;
  }
}
