package org.novabm.netswitch.openflow.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.netswitch.openflow.flows.Simulation.Exit;
import org.novabm.netswitch.openflow.flows.Simulation.Frame;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** Segments chosen by chance, on a switch of eight ports and an uplink. */
class LayoutTest {

  private static final int UPLINK = 9;
  private static final MacAddress EVERYBODY = new MacAddress("ff:ff:ff:ff:ff:ff");
  private static final MacAddress PROBE = new MacAddress("06:00:00:00:00:01");
  private static final int ROUNDS = 60;

  static List<Layout> layouts() {
    return List.of(new TwoTables(), new OneTable());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aFrameReachesThePortsOfItsVlanAndNoOthers(Layout layout) {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Membership who = membership(random);
      Simulation flows = new Simulation(layout.flows(who, PROBE));
      for (int port = 1; port <= UPLINK; port++) {
        for (int tag : List.of(0, 10, 20, 30)) {
          Frame frame = new Frame(port, tag, card(port), EVERYBODY);
          assertThat(flows.send(frame))
              .as("%s of %s", frame, who)
              .isEqualTo(expected(who, port, tag));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void onlyAdmittedCardsSpeakAndOnlyTheirPortsHear(Layout layout) {
    Membership who =
        Membership.none(List.of())
            .with(Map.of(1, on(10), 2, on(10), 3, on(10)))
            .admitting(1, Set.of(card(1)))
            .admitting(2, Set.of(card(2)));
    Simulation flows = new Simulation(layout.flows(who, PROBE));
    assertThat(flows.send(new Frame(1, 0, card(7), EVERYBODY))).isEmpty();
    assertThat(flows.send(new Frame(1, 0, card(1), card(2)))).containsExactly(new Exit(2, 0));
    assertThat(flows.send(new Frame(3, 0, card(7), card(1)))).containsExactly(new Exit(1, 0));
    assertThat(flows.send(new Frame(1, 0, card(1), card(3))))
        .containsExactly(new Exit(2, 0), new Exit(3, 0));
    assertThat(flows.send(new Frame(1, 0, card(1), new MacAddress("01:80:c2:00:00:0e")))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void whatIsReadBackIsWhatWasLaidOut(Layout layout) {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      Membership who =
          membership(random).admitting(3, Set.of(card(3))).admitting(8, Set.of(card(8)));
      FlowReading reading = FlowReading.of(layout.flows(who, PROBE), Set.of(UPLINK));
      assertThat(reading.who()).isEqualTo(who);
      assertThat(reading.faulty(layout)).isEmpty();
      assertThat(reading.isOurs()).isTrue();
    }
  }

  /**
   * Each half of a move is taken apart into its single orders, in an order chosen by chance, as a
   * switch may put them in place. After each one the moving port still hears and reaches nobody but
   * those of the segment that it leaves, or joins; and all others hear each other throughout.
   */
  @ParameterizedTest
  @MethodSource("layouts")
  void noMomentOfAMoveJoinsTwoSegments(Layout layout) {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      Membership before = membership(random);
      Membership without = before.without(List.of(1));
      Membership after = without.with(Map.of(1, mode(random)));
      walk(layout, random, before, without, before);
      walk(layout, random, without, after, after);
    }
  }

  private static void walk(
      Layout layout, Random random, Membership from, Membership to, Membership attached) {
    Set<Flow> start = layout.flows(from, PROBE);
    FlowDiff diff = FlowDiff.between(start, layout.flows(to, PROBE));
    Map<Flow.Place, Flow> table = new HashMap<>();
    start.forEach(flow -> table.put(flow.place(), flow));
    List<Runnable> orders = new ArrayList<>();
    diff.gone().forEach(flow -> orders.add(() -> table.remove(flow.place())));
    diff.changed().forEach(flow -> orders.add(() -> table.put(flow.place(), flow)));
    diff.added().forEach(flow -> orders.add(() -> table.put(flow.place(), flow)));
    Collections.shuffle(orders, random);
    for (Runnable order : orders) {
      order.run();
      check(table.values(), attached, from.without(List.of(1)));
    }
  }

  private static void check(Collection<Flow> flows, Membership attached, Membership others) {
    Simulation simulation = new Simulation(flows);
    for (int port = 1; port <= UPLINK; port++) {
      for (int tag : List.of(0, 10, 20, 30)) {
        Set<Exit> seen = simulation.send(new Frame(port, tag, card(port), EVERYBODY));
        assertThat(expected(attached, port, tag)).containsAll(seen);
        if (port != 1) {
          assertThat(seen).containsAll(expected(others, port, tag));
        }
      }
    }
  }

  /** By the meaning of VLANs alone. */
  private static Set<Exit> expected(Membership who, int port, int tag) {
    Set<Exit> exits = new TreeSet<>();
    Integer vlan = vlanOf(who, port, tag);
    for (int other = 1; vlan != null && other <= UPLINK; other++) {
      if (other == port) {
        continue;
      }
      if (vlan.equals(vlanOf(who, other, 0))) {
        exits.add(new Exit(other, 0));
      } else if (vlan.equals(vlanOf(who, other, vlan))) {
        exits.add(new Exit(other, vlan));
      }
    }
    return exits;
  }

  private static @Nullable Integer vlanOf(Membership who, int port, int tag) {
    if (port == UPLINK) {
      return tag != 0
              && who.segments().values().stream().anyMatch(it -> it.carries(new VlanId(tag)))
          ? tag
          : null;
    }
    return switch (who.segments().get(port)) {
      case null -> null;
      case Access(VlanId vlan) -> tag == 0 ? vlan.number() : null;
      case Trunk(var untagged, var tagged) -> {
        if (tag == 0) {
          yield untagged == null ? null : untagged.number();
        }
        yield tagged.contains(new VlanId(tag)) ? tag : null;
      }
    };
  }

  private static Membership membership(Random random) {
    Map<Integer, PortMode> modes = new TreeMap<>();
    for (int port = 1; port < UPLINK; port++) {
      modes.put(port, mode(random));
    }
    return Membership.none(List.of(UPLINK)).with(modes);
  }

  private static PortMode mode(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Idle();
      case 1 -> Trunk.of(new VlanId(10), List.of(new VlanId(20), new VlanId(30)));
      case 2 -> Trunk.of(null, List.of(new VlanId(20)));
      default -> on(10 * (1 + random.nextInt(3)));
    };
  }

  private static Segment on(int vlan) {
    return new Access(new VlanId(vlan));
  }

  private static MacAddress card(int port) {
    return new MacAddress("52:54:00:00:00:%02x".formatted(port));
  }
}
