package org.novabm.power.pinged;

import java.nio.file.Path;
import java.util.function.Function;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.SettingsPage;

class WakeOnLanSettingsPageTest implements SettingsPage {

  @Override
  public Path page() {
    return Path.of("../../docs/power.md");
  }

  @Override
  public String heading() {
    return "## Wake-on-LAN";
  }

  @Override
  public String group() {
    return "power:wake_on_lan";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return WakeOnLanSettings::from;
  }
}
