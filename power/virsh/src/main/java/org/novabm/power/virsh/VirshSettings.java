package org.novabm.power.virsh;

import org.novabm.spi.BackendSettings;

/**
 * What the configuration says of libvirt, in group {@code [power:virsh]}.
 *
 * @param uri of machines whose address names no host
 * @param remoteUri of the others; {@code %s} stands for user, host and port
 */
record VirshSettings(String uri, String remoteUri) {

  VirshSettings {
    if (!remoteUri.contains("%s") || remoteUri.indexOf('%') != remoteUri.lastIndexOf('%')) {
      throw new IllegalArgumentException(
          "[power:virsh] remote_uri = " + remoteUri + " has no place for the host: one %s");
    }
  }

  static VirshSettings from(BackendSettings settings) {
    VirshSettings read =
        new VirshSettings(
            settings.text("uri", "qemu:///system"),
            settings.text("remote_uri", "qemu+ssh://%s/system?no_tty=1"));
    settings.refuseOthers();
    return read;
  }
}
