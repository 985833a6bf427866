package org.novabm.rack.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ports do, which is what was committed unless a port is stuck. */
final class DataPlane {

  private final JunosFaults faults;
  private final Backplane backplane;
  private Map<String, SwitchPort> ports = new LinkedHashMap<>();

  DataPlane(JunosFaults faults, Backplane backplane) {
    this.faults = faults;
    this.backplane = backplane;
  }

  synchronized void follow(List<SwitchPort> committed) {
    Map<String, SwitchPort> now = new LinkedHashMap<>();
    for (SwitchPort port : committed) {
      SwitchPort before = ports.get(port.name());
      now.put(port.name(), before != null && faults.isStuck(port.name()) ? before : port);
    }
    backplane.follow(List.copyOf(now.values()));
    ports = now;
  }

  synchronized List<SwitchPort> ports() {
    return new ArrayList<>(ports.values());
  }
}
