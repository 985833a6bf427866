package org.novabm.netswitch.snmp;

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
    return "## SNMP";
  }

  @Override
  public String group() {
    return "netswitch:snmp";
  }

  @Override
  public Function<BackendSettings, Object> reader() {
    return SnmpSettings::from;
  }
}
