package org.novabm.deploy.agent;

import org.novabm.deploy.boot.BootFile;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.deploy.boot.KernelArguments;
import org.novabm.deploy.boot.KernelBoot;
import org.novabm.deploy.boot.PxelinuxConfig;
import org.novabm.spi.MacAddress;

/** The boot files that start the ramdisk. */
final class BootText {

  private final String base;
  private final KernelArguments append;

  /**
   * Texts for one server.
   *
   * @param append kernel parameters of the operator
   */
  BootText(String base, KernelArguments append) {
    this.base = base;
    this.append = append;
  }

  IpxeScript ipxe(MacAddress mac, String secret) {
    return IpxeScript.boot(byHttp(mac, secret), mac);
  }

  PxelinuxConfig pxelinux(MacAddress mac, String secret) {
    return PxelinuxConfig.boot(kernel("", mac, secret), mac);
  }

  /** For lpxelinux.0 and others that know HTTP, with whole addresses: any prefix will do. */
  PxelinuxConfig pxelinuxByHttp(MacAddress mac, String secret) {
    return PxelinuxConfig.boot(byHttp(mac, secret), mac);
  }

  private KernelBoot byHttp(MacAddress mac, String secret) {
    return kernel(base + "/files/", mac, secret);
  }

  private KernelBoot kernel(String folder, MacAddress mac, String secret) {
    KernelArguments arguments = append.with("novabm.api", base).with("novabm.secret", secret);
    return new KernelBoot(
        new BootFile(folder + RamdiskFile.kernelOf(mac)),
        new BootFile(folder + RamdiskFile.ramdiskOf(mac)),
        arguments);
  }
}
