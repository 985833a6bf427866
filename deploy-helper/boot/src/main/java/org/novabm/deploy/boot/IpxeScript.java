package org.novabm.deploy.boot;

import java.nio.charset.StandardCharsets;
import org.novabm.spi.MacAddress;

/**
 * A script for iPXE, which it runs line by line.
 *
 * @param text lines of ASCII that end with a line feed, {@code #!ipxe} first
 */
public record IpxeScript(String text) {

  /**
   * Starts a kernel. The ramdisk is named to iPXE and on the kernel's line alike, because under
   * UEFI the kernel asks for it by that name. When something cannot be fetched, the firmware goes
   * on to the next boot device after ten seconds.
   */
  public static IpxeScript boot(KernelBoot boot, MacAddress mac) {
    String initrd = boot.initrd().fileName();
    return lines(
        "echo novabm: starting " + boot.kernel().fileName() + " on " + mac,
        "kernel --name "
            + boot.kernel().fileName()
            + " "
            + boot.kernel().location()
            + " "
            + boot.line(initrd, mac).line()
            + " || goto failed",
        "initrd --name " + initrd + " " + boot.initrd().location() + " || goto failed",
        "boot || goto failed",
        ":failed",
        "echo novabm: cannot start " + boot.kernel().fileName() + ", next boot device follows",
        "sleep 10",
        "exit 1");
  }

  /** Leaves iPXE, so that the firmware goes on to the next boot device. */
  public static IpxeScript nothingToDeploy(MacAddress mac) {
    return lines(
        "echo novabm: nothing to deploy on " + mac + ", next boot device follows",
        // after success firmware may stop at its boot menu (UEFI 2.10, section 3.1.1)
        "exit 1");
  }

  private static IpxeScript lines(String... lines) {
    return new IpxeScript("#!ipxe\n" + String.join("\n", lines) + "\n");
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Without the text, which holds keys of the deployment. */
  @Override
  public String toString() {
    return "IpxeScript[" + text.length() + " characters]";
  }
}
