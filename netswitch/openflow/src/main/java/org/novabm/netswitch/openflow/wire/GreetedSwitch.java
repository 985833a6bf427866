package org.novabm.netswitch.openflow.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.novabm.spi.network.PortName;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortStatus;

/**
 * A switch that is connected and said who it is.
 *
 * @param datapath its datapath id
 * @param link the connection
 * @param ports its ports' names by their numbers, kept up to date
 */
public record GreetedSwitch(long datapath, OpenFlowChannel link, Map<Integer, String> ports) {

  /** The highest number that is a port and not a meaning (OpenFlow 1.0, 5.2.1; 1.3.5, A.2.1). */
  private static final int HIGHEST_SHORT = 0xff00;

  static GreetedSwitch of(long datapath, OpenFlowChannel link, Iterable<OFPortDesc> ports) {
    GreetedSwitch greeted = new GreetedSwitch(datapath, link, new ConcurrentSkipListMap<>());
    link.listen(greeted::take);
    ports.forEach(greeted::add);
    return greeted;
  }

  private void take(OFMessage message) {
    if (message instanceof OFPortStatus status) {
      if (status.getReason() == OFPortReason.DELETE) {
        ports.remove(status.getDesc().getPortNo().getPortNumber());
      } else {
        add(status.getDesc());
      }
    }
  }

  private void add(OFPortDesc port) {
    int number = port.getPortNo().getPortNumber();
    boolean isPort = number > 0 && number < HIGHEST_SHORT;
    if (isPort && (ports.containsKey(number) || link.ports().has(ports.size()))) {
      ports.put(number, name(number, port.getName()));
    }
  }

  /** A switch may call its ports what is no name to us; such a port has its number. */
  private static String name(int number, String text) {
    try {
      return new PortName(text).text();
    } catch (IllegalArgumentException e) {
      return Integer.toString(number);
    }
  }
}
