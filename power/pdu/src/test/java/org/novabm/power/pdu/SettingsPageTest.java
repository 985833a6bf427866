package org.novabm.power.pdu;

import java.nio.file.Path;
import java.util.function.Function;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.SettingsPage;

class SettingsPageTest implements SettingsPage {

  @Override
  public Path page() {
    return Path.of("../../docs/power.md");
  }

  @Override
  public String heading() {
    return "## Power distribution units";
  }

  @Override
  public String group() {
    return "power:pdu";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return settings -> PduSettings.from(settings, PduModels.load());
  }
}
