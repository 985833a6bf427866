package org.novabm.deploy.boot;

import java.nio.charset.StandardCharsets;
import org.novabm.spi.MacAddress;

/**
 * A configuration file of PXELINUX, with one label that is started at once.
 *
 * @param text lines of ASCII that end with a line feed
 */
public record PxelinuxConfig(String text) {

  /**
   * Starts a kernel. Paths are taken from where PXELINUX itself came from, and an absolute one from
   * the server's root; of URLs the plain pxelinux.0 knows tftp only.
   */
  public static PxelinuxConfig boot(KernelBoot boot, MacAddress mac) {
    return lines(
        "DEFAULT deploy",
        "PROMPT 0",
        "LABEL deploy",
        // KERNEL would guess from the file's name what it is
        "  LINUX " + boot.kernel().location(),
        "  APPEND " + boot.line(boot.initrd().location(), mac).line());
  }

  /** Goes on to the disk. */
  public static PxelinuxConfig nothingToDeploy(MacAddress mac) {
    return lines(
        "# nothing to deploy on " + mac,
        "DEFAULT local",
        "PROMPT 0",
        "LABEL local",
        "  LOCALBOOT 0");
  }

  private static PxelinuxConfig lines(String... lines) {
    return new PxelinuxConfig(String.join("\n", lines) + "\n");
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Without the text, which holds keys of the deployment. */
  @Override
  public String toString() {
    return "PxelinuxConfig[" + text.length() + " characters]";
  }
}
