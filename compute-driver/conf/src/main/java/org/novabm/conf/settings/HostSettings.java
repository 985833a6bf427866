package org.novabm.conf.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** Who this service is, and where it keeps its state. */
@SettingsGroup("DEFAULT")
public record HostSettings(
    @Setting(
            value =
                "Name of this service in messages and records; never change it while it has nodes.",
            byDefault = SettingsOption.HOST_NAME)
        String host,
    @Setting(
            value =
                "Address of this host that machines and other services reach; nothing is probed.",
            byDefault = "127.0.0.1")
        String myIp,
    @Setting(value = "Folder for everything the service keeps.", byDefault = "/var/lib/nova")
        Path statePath,
    @Setting(
            value =
                "Compute driver, by any name that bare metal ever had; others belong to another"
                    + " nova-compute.",
            byDefault = "nova.virt.baremetal.driver.BareMetalDriver")
        @Placed(formerly = "DEFAULT.connection_type")
        String computeDriver,
    @Setting(value = "Whether to log at level debug.", byDefault = "false") boolean debug,
    @Setting(
            value =
                "Seconds from SIGTERM to the end of the process, whatever is still under way; it is"
                    + " on record.",
            byDefault = "60",
            least = 1,
            most = 3600)
        Duration gracefulShutdownTimeout) {

  public HostSettings {
    if (host.isBlank() || host.length() > 255) {
      throw new RefusedSetting("DEFAULT.host", "must have 1 to 255 characters");
    }
    if (myIp.isBlank()) {
      throw new RefusedSetting("DEFAULT.my_ip", "is empty; give an address of this host");
    }
    if (!bareMetal(computeDriver)) {
      throw new RefusedSetting(
          "DEFAULT.compute_driver",
          "(or connection_type) = "
              + computeDriver
              + " is not bare metal; remove it, or run that driver by Nova's own nova-compute");
    }
  }

  /** The drivers of all forks end so, and {@code connection_type} said just baremetal. */
  private static boolean bareMetal(String name) {
    return name.equals("baremetal") || name.endsWith("BareMetalDriver");
  }
}
