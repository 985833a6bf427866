package org.novabm.deploy.agent;

import java.util.regex.Pattern;
import org.novabm.spi.MacAddress;

/** The words of the boot files that start the ramdisk. */
final class BootText {

  static final String KERNEL = "deploy.vmlinuz";
  static final String RAMDISK = "deploy.initrd";

  /** Nothing a boot program or a shell would read as more than a word. */
  private static final Pattern PARAMETERS = Pattern.compile("[A-Za-z0-9_.,:=/@+ -]*");

  private final String base;
  private final String append;

  /**
   * Texts for one server.
   *
   * @param append kernel parameters of the operator
   * @throws IllegalArgumentException when they hold more than plain words
   */
  BootText(String base, String append) {
    if (!PARAMETERS.matcher(append).matches()) {
      throw new IllegalArgumentException(
          "[deploy:agent] pxe_append_params = " + append + " holds more than plain words");
    }
    this.base = base;
    this.append = append;
  }

  String ipxe(MacAddress mac, String secret) {
    return """
        #!ipxe
        kernel %s/files/%s %s
        initrd %s/files/%s
        boot
        """
        .formatted(base, KERNEL, arguments(mac, secret), base, RAMDISK);
  }

  String pxelinux(MacAddress mac, String secret) {
    return """
        default deploy
        label deploy
        kernel %s
        append %s
        """
        .formatted(KERNEL, arguments(mac, secret));
  }

  String nothingToBoot() {
    return """
        #!ipxe
        echo nothing to deploy on this machine
        exit
        """;
  }

  private String arguments(MacAddress mac, String secret) {
    String own = "BOOTIF=01-" + mac.dashed() + " novabm.api=" + base + " novabm.secret=" + secret;
    return "initrd=" + RAMDISK + " " + (append.isEmpty() ? own : append + " " + own);
  }
}
