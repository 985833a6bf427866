package org.novabm.store;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novabm.spi.Endpoint;

/**
 * Which switch is meant, however its address is spelt: two registrations of one switch would move
 * its ports at the same time.
 *
 * @param address a host name, an IP address in one form, or a datapath id
 * @param port where it is managed; 0 for a datapath id
 */
record SwitchPlace(String address, int port) {

  private static final Pattern DATAPATH =
      Pattern.compile("([0-9a-f]{2}:){7}[0-9a-f]{2}|0x[0-9a-f]{1,16}");
  private static final Pattern BARE_DATAPATH = Pattern.compile("[0-9a-f]{1,16}");

  static SwitchPlace of(String driver, Endpoint endpoint) {
    String text = endpoint.address().strip().toLowerCase(Locale.ROOT);
    if (DATAPATH.matcher(text).matches()
        || (isOpenFlow(driver) && BARE_DATAPATH.matcher(text).matches())) {
      String digits = text.replaceFirst("^0x", "").replace(":", "");
      return new SwitchPlace("datapath " + Long.parseUnsignedLong(digits, 16), 0);
    }
    return new SwitchPlace(host(text), endpoint.portOr(standardPort(driver)));
  }

  private static boolean isOpenFlow(String driver) {
    return driver.equals("openflow")
        || driver.equals("ofs")
        || driver.equals("nova.virt.baremetal.networkmgr.openflow.OpenFlowNetworkManager");
  }

  private static String host(String text) {
    try {
      return InetAddress.ofLiteral(text).getHostAddress();
    } catch (IllegalArgumentException e) {
      return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
  }

  /** Where a switch of that driver listens when no port is named; 0 for drivers we do not know. */
  private static int standardPort(String driver) {
    return switch (driver) {
      case "junos", "juniper", "nova.virt.baremetal.networkmgr.juniper.JuniperNetworkManager" ->
          830;
      case "snmp", "qbridge" -> 161;
      case "openvswitch" -> 6640;
      default -> 0;
    };
  }
}
