package org.novabm.conf.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.novabm.spi.settings.Setting;

/** The options of the first releases that still mean something. */
@SettingsGroup(value = BaremetalSettings.GROUP, formerPrefix = "baremetal_", formerlyGlobal = true)
public record BaremetalSettings(
    @Setting(
            value = "Deploy back end, by its name or a class name of an older release.",
            byDefault = "nova.virt.baremetal.pxe.PXE")
        String driver,
    @Setting(
            value =
                "Power back end of nodes that name none, by its name or a class name of an older"
                    + " release.",
            byDefault = "nova.virt.baremetal.ipmi.IPMI")
        @Placed(formerly = {"baremetal.powermanager_driver", "DEFAULT.powermanager_driver"})
        String powerManager,
    @Setting(
            value =
                "Back end of switches that are added without one, by its name or a class name of an older"
                    + " release.",
            byDefault = "openvswitch")
        String networkmgrDriver,
    @Setting(value = "Folder of the boot files.", byDefault = "/tftpboot") Path tftpRoot,
    @Setting(
            value =
                "Path of the deploy kernel; empty, or a Glance id, takes the one that is shipped.")
        @Placed(formerly = "DEFAULT.physical_deploy_kernel")
        String deployKernel,
    @Setting(
            value =
                "Path of the deploy ramdisk; empty, or a Glance id, takes the one that is shipped.")
        @Placed(formerly = "DEFAULT.physical_deploy_ramdisk")
        String deployRamdisk,
    @Setting(
            value = "Further arguments of the deploy kernel.",
            byDefault = "nofb nomodeset vga=normal")
        String pxeAppendParams,
    @Setting(
            value =
                "How long a deployment may take from its message to the written image; 0 leaves it to"
                    + " agent_timeout_seconds and write_timeout_seconds of [novabm].",
            byDefault = "0",
            least = 0)
        Duration pxeDeployTimeout) {

  static final String GROUP = "baremetal";

  public BaremetalSettings {
    named("driver", driver);
    named("power_manager", powerManager);
    named("networkmgr_driver", networkmgrDriver);
  }

  /** The blueprint of 2012 writes a choice, {@code pxe/non-pxe(=tilera)}; its first is meant. */
  public String deployer() {
    return driver.replaceFirst("/.*", "");
  }

  private static void named(String key, String name) {
    if (name.isBlank()) {
      throw new RefusedSetting(GROUP + "." + key, "is empty; remove the line for the default");
    }
  }
}
