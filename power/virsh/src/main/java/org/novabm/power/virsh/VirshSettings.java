package org.novabm.power.virsh;

import org.novabm.spi.settings.Setting;

/** What the configuration says of libvirt, in group {@code [power:virsh]}. */
record VirshSettings(
    @Setting(
            value = "libvirt of machines whose address names no host.",
            byDefault = "qemu:///system")
        String uri,
    @Setting(
            value = "libvirt of the others; %s stands for user, host and port.",
            byDefault = "qemu+ssh://%s/system?no_tty=1")
        String remoteUri) {

  VirshSettings {
    if (!remoteUri.contains("%s") || remoteUri.indexOf('%') != remoteUri.lastIndexOf('%')) {
      throw new IllegalArgumentException(
          "remote_uri = " + remoteUri + " has no place for the host: one %s");
    }
  }
}
