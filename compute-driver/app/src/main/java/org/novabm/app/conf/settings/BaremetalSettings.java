package org.novabm.app.conf.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The options of the first releases that still mean something. */
@SettingsGroup(value = BaremetalSettings.GROUP, formerPrefix = "baremetal_")
public record BaremetalSettings(
    @Setting(
            value = "Deploy back end, by its name or a class name of an older release.",
            byDefault = "nova.virt.baremetal.pxe.PXE")
        String driver,
    @Setting(
            value =
                "Power back end of nodes that name none, by its name or a class name of an older"
                    + " release.",
            byDefault = "nova.virt.baremetal.ipmi.IPMI",
            formerly = {
              "baremetal.powermanager_driver",
              "DEFAULT.powermanager_driver",
              "DEFAULT.power_manager"
            })
        String powerManager,
    @Setting(
            value =
                "Back end of switches that name none, by its name or a class name of an older"
                    + " release.",
            byDefault = "openvswitch",
            formerly = "DEFAULT.networkmgr_driver")
        String networkmgrDriver,
    @Setting(
            value =
                "Accepted for old files; a network is always bound to the NIC with its MAC, and a NIC"
                    + " with a datapath id is moved on the OpenFlow switch of that id.",
            byDefault = "nova.virt.baremetal.vif_driver.BareMetalVIFDriver",
            formerly = "DEFAULT.vif_driver")
        String vifDriver,
    @Setting(
            value = "Accepted for old files; the service filters nothing, whatever stands here.",
            group = "DEFAULT",
            byDefault = "nova.virt.firewall.NoopFirewallDriver")
        String firewallDriver,
    @Setting(
            value =
                "Properties the scheduler is told of every node, for flavors to ask for, such as"
                    + " cpu_arch:x86_64.",
            formerly = {
              "baremetal.instance_type_extra_specs",
              "DEFAULT.flavor_extra_specs",
              "DEFAULT.instance_type_extra_specs"
            })
        Map<String, String> flavorExtraSpecs,
    @Setting(
            value = "Folder of the boot files.",
            byDefault = "/tftpboot",
            formerly = "DEFAULT.tftp_root")
        Path tftpRoot,
    @Setting(
            value =
                "Path of the deploy kernel; empty, or a Glance id, takes the one that is shipped.",
            formerly = "DEFAULT.deploy_kernel")
        String deployKernel,
    @Setting(
            value =
                "Path of the deploy ramdisk; empty, or a Glance id, takes the one that is shipped.",
            formerly = "DEFAULT.deploy_ramdisk")
        String deployRamdisk,
    @Setting(
            value = "What else the deploy kernel is told.",
            byDefault = "nofb nomodeset vga=normal")
        String pxeAppendParams,
    @Setting(
            value =
                "How long a deployment may take in all; 0 leaves it to agent_timeout_seconds and"
                    + " write_timeout_seconds of [novabm].",
            byDefault = "0")
        Duration pxeDeployTimeout,
    @Setting(
            value = "Boot file that DHCP answers with to a machine with a BIOS.",
            byDefault = "pxelinux.0")
        String pxeBootfileName,
    @Setting(
            value = "How often a power command without effect is repeated.",
            byDefault = "10",
            most = 1000)
        int ipmiPowerRetry,
    @Setting(
            value =
                "dhcp or static, or the path of the old template that meant it; templates are not"
                    + " run.",
            byDefault = "$pybasedir/nova/virt/baremetal/net-dhcp.ubuntu.template",
            formerly = "DEFAULT.net_config_template")
        String netConfigTemplate) {

  static final String GROUP = "baremetal";

  public BaremetalSettings {
    named("driver", driver);
    named("power_manager", powerManager);
    named("networkmgr_driver", networkmgrDriver);
    NetworkConfig.of(netConfigTemplate);
  }

  public NetworkConfig networkConfig() {
    return NetworkConfig.of(netConfigTemplate);
  }

  private static void named(String key, String name) {
    if (name.isBlank()) {
      throw new RefusedSetting(GROUP + "." + key, "is empty; remove the line for the default");
    }
  }
}
