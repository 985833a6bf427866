package org.novabm.netswitch.openvswitch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.PortName;

/**
 * Ports of several interfaces, by LACP and with frames shared out by their flows ({@code
 * bond_mode=balance-tcp}). An interface is in one port at a time, so what makes a bond takes the
 * ports of its members away, and what dissolves it gives them back, each in one transaction.
 *
 * @param endpoint of the switch
 * @param database its ports
 * @param idle how ports start
 */
record Bonds(Endpoint endpoint, SwitchDatabase database, PortVlans idle) {

  List<Aggregate> list(Duration within) {
    return database.read(Deadline.in(within)).ports().stream()
        .filter(PortRow::isBond)
        .map(Bonds::aggregate)
        .toList();
  }

  private static Aggregate aggregate(PortRow port) {
    TreeSet<PortName> members = new TreeSet<>();
    port.interfaces().forEach(name -> members.add(new PortName(name)));
    return new Aggregate(new PortName(port.name()), members);
  }

  void bundle(Aggregate wanted, Duration within) {
    Deadline deadline = Deadline.in(within);
    Snapshot now = database.read(deadline);
    PortRow there = now.port(wanted.name().text());
    if (there != null && !there.isBond()) {
      throw refused(wanted.name() + " is a port, so it cannot be an aggregate's name");
    }
    if (there != null && aggregate(there).equals(wanted)) {
      return;
    }
    List<PortRow> gone = new ArrayList<>();
    List<Card> cards = new ArrayList<>();
    List<NewPort> made = new ArrayList<>();
    if (there != null) {
      gone.add(there);
      there.cards().stream()
          .filter(card -> !wanted.members().contains(new PortName(card.name())))
          .forEach(card -> made.add(NewPort.of(card, idle)));
    }
    for (PortName member : wanted.members()) {
      PortRow port = now.portOf(member.text());
      if (port == null || port.isLocal()) {
        throw refused("the switch has no port " + member);
      }
      if (port.isBond() && !port.equals(there)) {
        throw refused(member + " is a member of " + port.name() + "; dissolve that first");
      }
      if (!port.equals(there)) {
        gone.add(port);
      }
      port.cards().stream().filter(card -> card.name().equals(member.text())).forEach(cards::add);
    }
    made.add(new NewPort(wanted.name().text(), cards, there == null ? idle : there.vlans()));
    replace(gone, made, deadline);
  }

  void unbundle(PortName name, Duration within) {
    Deadline deadline = Deadline.in(within);
    PortRow there = database.read(deadline).port(name.text());
    if (there == null) {
      return;
    }
    if (!there.isBond()) {
      throw refused(name + " is not an aggregate");
    }
    replace(
        List.of(there),
        there.cards().stream().map(card -> NewPort.of(card, idle)).toList(),
        deadline);
  }

  private void replace(List<PortRow> gone, List<NewPort> made, Deadline deadline) {
    String bridge = gone.getFirst().bridge();
    if (gone.stream().anyMatch(port -> !port.bridge().equals(bridge))) {
      throw refused("ports of different bridges cannot be one aggregate");
    }
    if (!database.write(new Transaction().replace(bridge, gone, made), deadline)) {
      throw new BackendException.Unreachable(
          endpoint.display(), "somebody else changed one of the ports just now; try again");
    }
  }

  private BackendException.Refused refused(String why) {
    return new BackendException.Refused(endpoint.display(), why);
  }
}
