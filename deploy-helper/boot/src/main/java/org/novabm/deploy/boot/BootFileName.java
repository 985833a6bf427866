package org.novabm.deploy.boot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/** The names by which boot programs ask for the texts of this package. */
public sealed interface BootFileName {

  /** The name as it is asked for, relative to the server's root. */
  String text();

  /**
   * PXELINUX' file for one machine: {@code pxelinux.cfg/01-} and its address with dashes, 01 for
   * Ethernet. It asks for other names besides, which are not recognised.
   */
  record Pxelinux(MacAddress mac) implements BootFileName {

    /**
     * Upper case is not PXELINUX', but other boot programs', and a person's with a client in hand.
     */
    private static final Pattern FORM =
        Pattern.compile(
            "(?:.*/)?pxelinux\\.cfg/01-((?:[0-9a-f]{2}-){5}[0-9a-f]{2})", Pattern.CASE_INSENSITIVE);

    @Override
    public String text() {
      return "pxelinux.cfg/01-" + mac.dashed();
    }
  }

  /** The script for iPXE; which machine asks stands in the query or is known from its address. */
  record Ipxe() implements BootFileName {
    @Override
    public String text() {
      return "boot.ipxe";
    }
  }

  /**
   * Recognises a name, in any folder.
   *
   * @return null when it is none of these
   */
  static @Nullable BootFileName parse(String name) {
    Matcher pxelinux = Pxelinux.FORM.matcher(name);
    if (pxelinux.matches()) {
      return new Pxelinux(new MacAddress(pxelinux.group(1)));
    }
    Ipxe ipxe = new Ipxe();
    return name.equals(ipxe.text()) || name.endsWith("/" + ipxe.text()) ? ipxe : null;
  }
}
