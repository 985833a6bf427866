package org.novabm.rack.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ports do, which is what was committed unless a port is stuck. */
final class DataPlane {

  private final JunosFaults faults;
  private Map<String, SwitchPort> ports = new LinkedHashMap<>();

  DataPlane(JunosFaults faults) {
    this.faults = faults;
  }

  synchronized void follow(List<SwitchPort> committed) {
    Map<String, SwitchPort> now = new LinkedHashMap<>();
    for (SwitchPort port : committed) {
      SwitchPort before = ports.get(port.name());
      now.put(port.name(), before != null && faults.isStuck(port.name()) ? before : port);
    }
    ports = now;
  }

  synchronized List<SwitchPort> ports() {
    return new ArrayList<>(ports.values());
  }
}
