package org.novabm.power.ipmi;

import java.util.regex.Pattern;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power by FreeIPMI's ipmi-raw(8), a process a command. Everything but the way of a command is that
 * of {@link IpmiPowerProvider}, its settings too, here in group {@code [power:freeipmi]}, with
 * {@code workaround_flags}, names of FreeIPMI's for BMCs that do not keep to the specification
 * ({@code opensesspriv}); none by default.
 */
public final class FreeIpmiPowerProvider implements PowerManagerProvider {

  private static final Pattern PLAIN = Pattern.compile("[^\\s\"'\\\\#]*");

  private static final Pattern FLAGS = Pattern.compile("[a-z0-9,]*");

  private volatile FreeIpmiProgram program = new FreeIpmiProgram("");
  private volatile IpmiSettings settings =
      IpmiSettings.from(BackendSettings.none("power:freeipmi"));

  @Override
  public String name() {
    return "freeipmi";
  }

  @Override
  public void configure(BackendSettings backendSettings) {
    String workarounds = backendSettings.text("workaround_flags", "");
    if (!FLAGS.matcher(workarounds).matches()) {
      throw new IllegalArgumentException(
          "[power:freeipmi] workaround_flags = %s is not a list of names".formatted(workarounds));
    }
    program = new FreeIpmiProgram(workarounds);
    settings = IpmiSettings.from(backendSettings);
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
    IpmiSettings now = settings.forBmc(endpoint.address());
    return new IpmiPowerManager(new ToolBmc(endpoint, now, program), now);
  }
}
