package org.novabm.netswitch.junos;

import java.nio.file.Path;
import java.util.function.Function;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.contract.SettingsPage;

class SettingsPageTest implements SettingsPage {

  @Override
  public Path page() {
    return Path.of("../../docs/switches.md");
  }

  @Override
  public String heading() {
    return "## Junos";
  }

  @Override
  public String group() {
    return "netswitch:junos";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return JunosSettings::from;
  }
}
