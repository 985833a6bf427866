package org.novabm.rack.junos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that sessions share. */
record Switch(
    JunosPlan plan,
    JunosFaults faults,
    Candidate candidate,
    OperationalState operational,
    Map<String, String> portsByMac,
    AtomicInteger commits,
    AtomicInteger sessions) {

  static Switch of(JunosPlan plan, JunosFaults faults, Backplane backplane) {
    try {
      return new Switch(
          plan,
          faults,
          new Candidate(
              JunosXml.parse(factory(plan)), plan.syntax(), new DataPlane(faults, backplane)),
          new OperationalState(plan.syntax()),
          new ConcurrentHashMap<>(),
          new AtomicInteger(),
          new AtomicInteger(1000));
    } catch (NetconfError e) {
      throw new IllegalStateException(e);
    }
  }

  private static String factory(JunosPlan plan) {
    StringBuilder interfaces = new StringBuilder();
    for (String port : hardware(plan)) {
      interfaces.append(
          """
          <interface><name>%s</name><unit><name>0</name>
          <family><ethernet-switching/></family></unit></interface>
          """
              .formatted(port));
    }
    return """
        <configuration><system><host-name>%s</host-name></system>
        <interfaces>%s</interfaces>
        <vlans><vlan><name>default</name><vlan-id>1</vlan-id></vlan>%s</vlans>
        </configuration>
        """
        .formatted(plan.name(), interfaces, plan.has(JunosTrait.LISTED) ? office(plan) : "");
  }

  private static String office(JunosPlan plan) {
    return hardware(plan).stream()
        .map("<interface><name>%s.0</name></interface>"::formatted)
        .collect(
            Collectors.joining("", "<vlan><name>office</name><vlan-id>77</vlan-id>", "</vlan>"));
  }

  private static List<String> hardware(JunosPlan plan) {
    return IntStream.range(0, plan.ports()).mapToObj(JunosPlan::port).toList();
  }

  /** The ports it has, aggregates among them. */
  List<String> interfaces() {
    List<String> names = new ArrayList<>(hardware(plan));
    candidate.ports().stream()
        .map(JunosPort::name)
        .filter(name -> name.startsWith("ae"))
        .forEach(names::add);
    return names;
  }
}
