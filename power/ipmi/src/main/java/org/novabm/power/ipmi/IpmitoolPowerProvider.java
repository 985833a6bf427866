package org.novabm.power.ipmi;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power by ipmitool(1), a process a command. Everything but the way of a command is that of {@link
 * IpmiPowerProvider}, its settings too, here in group {@code [power:ipmitool]}.
 */
public final class IpmitoolPowerProvider implements PowerManagerProvider {

  private volatile IpmiSettings settings =
      BackendSettings.none("power:ipmitool").as(IpmiSettings.class);

  @Override
  public String name() {
    return "ipmitool";
  }

  @Override
  public Class<? extends Record> settings() {
    return IpmiSettings.class;
  }

  @Override
  public void configure(BackendSettings backendSettings) {
    IpmiSettings read = backendSettings.as(IpmiSettings.class);
    if (read.bmcKey() != null || read.bmcKeys() != null) {
      throw new IllegalArgumentException(
          "[power:ipmitool] kg_file, kg_dir: ipmitool takes a BMC key on its command line only, where all can read it; use power manager ipmi or freeipmi");
    }
    settings = read;
  }

  @Override
  public PowerManager open(Endpoint endpoint) {
    HostName.require(endpoint.address());
    IpmiSettings now = settings;
    return new IpmiPowerManager(new ToolBmc(endpoint, now, new IpmitoolProgram()), now);
  }
}
