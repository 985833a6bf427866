package org.novabm.power.virsh;

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
    return "## Virtual machines";
  }

  @Override
  public String group() {
    return "power:virsh";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return VirshSettings::from;
  }
}
