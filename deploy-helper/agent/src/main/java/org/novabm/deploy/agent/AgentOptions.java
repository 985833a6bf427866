package org.novabm.deploy.agent;

import java.nio.file.Path;
import org.novabm.spi.settings.Setting;

/**
 * The group {@code [deploy:agent]}, as it is written.
 *
 * @param identity how machines are told from others
 * @param images where they come from and are kept
 * @param http what callers of the deploy port may take
 * @param tftp what callers of the port for boot files may take
 */
record AgentOptions(
    @Setting(
            value =
                "Address that machines fetch boot files and images from; in nova.conf, deploy_listen"
                    + " of [novabm] is taken when it is not set here.",
            byDefault = "127.0.0.1")
        String listen,
    @Setting(
            value =
                "Port for images and call-backs by HTTP; 0 takes any free one. In nova.conf,"
                    + " deploy_http_port of [novabm] is taken when it is not set here.",
            byDefault = "10000",
            most = 65_535)
        int httpPort,
    @Setting(
            value =
                "Port for boot files by TFTP; 0 is off. In nova.conf, deploy_tftp_port of [novabm] is"
                    + " taken when it is not set here.",
            byDefault = "69",
            most = 65_535)
        int tftpPort,
    @Setting(
            "What machines call us, as http://host:port; empty for http, the address and the port.")
        String baseUrl,
    @Setting(
            value =
                "Folder of whatever else the firmware fetches, for example pxelinux.0; in nova.conf,"
                    + " tftp_root of [baremetal] is taken when it is not set here.",
            byDefault = "/tftpboot")
        Path tftpRoot,
    @Setting(
            value =
                "The deploy kernel; in nova.conf, deploy_kernel of [baremetal] is taken when it is not"
                    + " set here and that is a path.",
            byDefault = "/var/lib/nova/deploy/deploy.vmlinuz")
        Path deployKernel,
    @Setting(
            value =
                "The deploy ramdisk; in nova.conf, deploy_ramdisk of [baremetal] is taken when it is"
                    + " not set here and that is a path.",
            byDefault = "/var/lib/nova/deploy/deploy.initrd")
        Path deployRamdisk,
    @Setting(
            value =
                "What else the deploy kernel is told; in nova.conf, pxe_append_params of [baremetal]"
                    + " is taken when it is not set here.",
            byDefault = "console=ttyS0 quiet")
        String pxeAppendParams,
    @Setting(
            value =
                "Tell machines apart by their addresses and cards: what the one who fetched the boot"
                    + " file gets is good from there only.",
            byDefault = "true")
        boolean peerAddressCheck,
    IdentitySettings identity,
    ImageOptions images,
    HttpOptions http,
    @Setting(
            value = "Heap for config drives being sent, and the largest one that is taken.",
            byDefault = "640",
            least = 64,
            most = 1 << 20,
            unit = "KiB")
        int configDrivesKib,
    TftpOptions tftp) {}
