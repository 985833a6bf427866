package org.novabm.deploy.agent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * The kernel or the ramdisk as a boot program asks for it. Boot programs put the folder that they
 * came from in front of names, so it may stand in any. The last folder is the card that boots, so
 * that it is known whose fetch it is; people and old boot files leave it out.
 *
 * @param part never the boot file
 */
record RamdiskFile(BootPart part, @Nullable MacAddress mac) {

  private static final String KERNEL = "deploy.vmlinuz";
  private static final String RAMDISK = "deploy.initrd";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:.*?/)??(?:01-((?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2})/)?(deploy\\.vmlinuz|deploy\\.initrd)");

  /** Recognises a path; null when it is neither. */
  static @Nullable RamdiskFile parse(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      return null;
    }
    @Nullable String card = form.group(1);
    return new RamdiskFile(
        form.group(2).equals(KERNEL) ? BootPart.KERNEL : BootPart.RAMDISK,
        card == null ? null : new MacAddress(card));
  }

  static String kernelOf(MacAddress mac) {
    return "01-" + mac.dashed() + "/" + KERNEL;
  }

  static String ramdiskOf(MacAddress mac) {
    return "01-" + mac.dashed() + "/" + RAMDISK;
  }
}
