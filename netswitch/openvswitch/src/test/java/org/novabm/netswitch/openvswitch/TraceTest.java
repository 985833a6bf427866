package org.novabm.netswitch.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.VlanId;

class TraceTest {

  private static final VlanId SERVICE = new VlanId(10);
  private static final Snapshot SWITCH =
      new Snapshot(List.of(port("bond0", 10, "eth0", "eth1"), port("tap2", 20, "tap2")), 0, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drop                                                   | false
          tap2                                                   | false
          tap2,eth1                                              | true
          "eth1"                                                 | true
          push_vlan(vid=20,pcp=0),eth0                           | false
          push_vlan(vid=20,pcp=0),eth0,pop_vlan,eth0             | true
          push_vlan(vid=10,pcp=0),vxlan_sys_4789                 | true
          push_vlan(vid=20,pcp=0),hash(l4(0)),recirc(0x1)        | false
          set(tunnel(tun_id=0x1,flags(df))),userspace(1),tap2    | false
          """,
      quoteCharacter = '`',
      maxCharsPerColumn = 200)
  void aFrameLeavesTaggedOrThroughAPort(String actions, boolean reached) {
    assertThat(trace("Datapath actions: " + actions).reaches(SERVICE, SWITCH)).isEqualTo(reached);
  }

  @Test
  void everyPassOfAFrameCounts() {
    String text = "Datapath actions: tap2,ct\nthen\nDatapath actions: eth0\n";
    assertThat(trace(text).reaches(SERVICE, SWITCH)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recirc(0x1)             | recirc
          tap2,vxlan_sys_4789     | vxlan_sys_4789
          push_vlan(pcp=0),eth0   | push_vlan
          """)
  void whatCannotBeFollowedIsNotTakenForIsolated(String actions, String named) {
    assertThatThrownBy(() -> trace("Datapath actions: " + actions).reaches(SERVICE, SWITCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  private static Trace trace(String text) {
    return Objects.requireNonNull(Trace.parse(text));
  }

  private static PortRow port(String name, int vlan, String... interfaces) {
    PortVlans vlans = PortVlans.of(new Access(new VlanId(vlan)));
    List<Card> cards = Stream.of(interfaces).map(it -> new Card(it + "-id", it, 1)).toList();
    return new PortRow(name + "-id", name, "br0", cards, vlans);
  }
}
