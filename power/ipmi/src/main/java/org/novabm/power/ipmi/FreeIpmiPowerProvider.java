package org.novabm.power.ipmi;

import java.util.regex.Pattern;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power by FreeIPMI's ipmi-raw(8), a process a command. Everything but the way of a command is that
 * of {@link IpmiPowerProvider}. Group {@code [power:freeipmi]}, see {@link FreeIpmiSettings}.
 */
public final class FreeIpmiPowerProvider implements PowerManagerProvider {

  private static final Pattern PLAIN = Pattern.compile("[^\\s\"'\\\\#]*");

  private volatile FreeIpmiSettings settings =
      BackendSettings.none("power:freeipmi").as(FreeIpmiSettings.class);

  @Override
  public String name() {
    return "freeipmi";
  }

  @Override
  public Class<? extends Record> settings() {
    return FreeIpmiSettings.class;
  }

  @Override
  public void configure(BackendSettings backendSettings) {
    settings = backendSettings.as(FreeIpmiSettings.class);
  }

  /**
   * A manager for one BMC.
   *
   * @throws IllegalArgumentException when the address is not that of one host, for FreeIPMI takes
   *     lists and ranges; when user or password has what FreeIPMI's file cannot hold: blanks,
   *     quotes, backslashes, {@code #}
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    HostName.require(endpoint.address());
    if (!PLAIN.matcher(endpoint.user()).matches()
        || !PLAIN.matcher(endpoint.password().reveal()).matches()) {
      throw new IllegalArgumentException(
          endpoint.display()
              + ": FreeIPMI cannot take a user or password with blanks, quotes, backslashes or #;"
              + " use power manager ipmi or ipmitool");
    }
    FreeIpmiSettings read = settings;
    IpmiSettings now = read.ipmi().forBmc(endpoint.address());
    FreeIpmiProgram program = new FreeIpmiProgram(read.workaroundFlags());
    return new IpmiPowerManager(new ToolBmc(endpoint, now, program), now);
  }
}
