package org.novabm.conf.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.settings.Setting;

/** The options that no older release had. */
@SettingsGroup(NovabmSettings.GROUP)
public record NovabmSettings(
    @Setting(value = "VLAN of a machine while it is deployed.", byDefault = "10")
        VlanId provisioningVlan,
    @Setting(
            value =
                "VLAN of an instance whose request names no network. A network that is named and in no tenant_networks is refused.",
            byDefault = "20")
        VlanId tenantVlan,
    @Setting("VLAN of each network, by the network's id.") Map<String, VlanId> tenantNetworks,
    @Setting(
            value = "Key that passwords are encrypted by in the database; made at the first start.",
            byDefault = "$state_path/secret.key")
        Path secretKeyFile,
    @Setting(
            value = "Only folder that images given as files are read from.",
            byDefault = "$state_path/images/root")
        Path imageRoot,
    @Setting(value = "Folder of fetched images.", byDefault = "$state_path/images/cache")
        Path imageCache,
    @Setting(
            "Hosts (images.example.org, *.example.org), addresses and networks (10.1.0.0/16) that"
                + " images may come from by http and https, comma-separated. Empty: any but"
                + " loopback, link-local, this host's own and the like; only an address in this"
                + " list opens those.")
        String imageHosts,
    @Setting(
            value = "Address that machines fetch boot files and images from.",
            byDefault = "$my_ip")
        String deployListen,
    @Setting(
            value =
                "Networks that are answered there, by CIDR with commas; empty is those of the NIC"
                    + " that is listened on, and this host. Machines behind a router have to be"
                    + " named.",
            byDefault = "")
        String deployClients,
    @Setting(
            value = "Port for images and call-backs by HTTP; 0 takes any free one.",
            byDefault = "10000",
            most = 65535)
        int deployHttpPort,
    @Setting(value = "Port for boot files by TFTP; 0 is off.", byDefault = "69", most = 65535)
        int deployTftpPort,
    @Setting(
            value =
                "inside: nova-compute serves machines itself; alone: nova-baremetal-deploy-helper"
                    + " does.",
            byDefault = "inside")
        DeployHelper deployHelper,
    @Setting(
            "Deploy back ends that nodes may name in deploy_interface, beside the one of [baremetal]"
                + " driver, by their names, comma-separated. Each has its group [deploy:NAME].")
        List<String> enabledDeployInterfaces,
    @Setting(
            value = "Tasks that are worked on side by side.",
            byDefault = "64",
            least = 1,
            most = 10000)
        int workers,
    @Setting(
            value =
                "How long this process may act for its host after its last sign of life, which it"
                    + " gives five times as often. Another process of the same host, or a host that"
                    + " takes over, waits so long.",
            key = "lease_seconds",
            byDefault = "15",
            least = 1,
            most = 3600)
        Duration lease,
    @Setting(
            value =
                "How long beyond its lease another host of this database must be silent before this"
                    + " one takes over its nodes, tasks and messages; 0 is never. It should be"
                    + " longer than one operation at a BMC or a switch takes, and than a restart.",
            key = "takeover_seconds",
            byDefault = "0",
            most = 604800,
            least = 0)
        Duration takeover,
    @Setting(
            value = "How long a power change may take.",
            key = "power_timeout_seconds",
            byDefault = "120",
            least = 1,
            most = 86400)
        Duration powerTimeout,
    @Setting(
            value = "How often the power of a machine is looked at; 0 is never.",
            key = "power_sync_seconds",
            byDefault = "120",
            most = 86400,
            least = 0)
        Duration powerSync,
    @Setting(
            value =
                "How much is kept of what an instance's serial console says, below"
                    + " $state_path/consoles; 0 records nothing.",
            byDefault = "1024",
            most = 1 << 20)
        int consoleLogKib,
    @Setting(
            value =
                "How many operations a second this process asks of one BMC; where several"
                    + " processes of a host share its BMCs, each is given its part.",
            byDefault = "20",
            least = 1,
            most = 1000)
        int bmcOperationsPerSecond,
    @Setting(
            value = "How long a machine may take from its boot file to its first call.",
            key = "agent_timeout_seconds",
            byDefault = "1800",
            least = 1,
            most = 86400)
        Duration agentTimeout,
    @Setting(
            value = "How long writing the image may take.",
            key = "write_timeout_seconds",
            byDefault = "7200",
            least = 1,
            most = 604800)
        Duration writeTimeout,
    @Setting(value = "Folder of back ends by others, as jars.", byDefault = "$state_path/plugins")
        Path pluginDir,
    @Setting(
            value =
                "Port of the service's own broker, when no other is named; 0 takes any free one.",
            byDefault = "5672",
            most = 65535)
        int brokerPort) {

  static final String GROUP = "novabm";
}
