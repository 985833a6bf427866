package org.novabm.rack.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ports do, which is what was committed unless a port is stuck. */
final class DataPlane {

  private final JunosFaults faults;
  private final Backplane backplane;
  private Map<String, JunosPort> ports = new LinkedHashMap<>();

  DataPlane(JunosFaults faults, Backplane backplane) {
    this.faults = faults;
    this.backplane = backplane;
  }

  synchronized void follow(List<JunosPort> committed) {
    Map<String, JunosPort> now = new LinkedHashMap<>();
    for (JunosPort port : committed) {
      JunosPort before = ports.get(port.name());
      now.put(port.name(), before != null && faults.isStuck(port.name()) ? before : port);
    }
    backplane.follow(List.copyOf(now.values()));
    ports = now;
  }

  synchronized List<JunosPort> ports() {
    return new ArrayList<>(ports.values());
  }
}
