package org.novabm.netswitch.openvswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.LinkAggregation;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

class OpenVswitchTest {

  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final PortName ONE = new PortName("tap1");
  private static final PortName TWO = new PortName("tap2");
  private static final PortName THREE = new PortName("tap3");
  private static final Access TEN = new Access(new VlanId(10));
  private static final Access TWENTY = new Access(new VlanId(20));

  @TempDir Path folder;
  private DummyOpenVswitch ovs;
  private SwitchManager manager;

  @BeforeEach
  void startSwitch() throws IOException {
    ovs = InstalledSwitch.start(folder, List.of("tap1", "tap2", "tap3"));
    manager = new OpenVswitchProvider().open(InstalledSwitch.endpoint(ovs));
    // nobody but the machines: by default the bridge's own port is on every VLAN
    ovs.vsctl("set", "port", "br0", "tag=4000");
  }

  @AfterEach
  void stopSwitch() {
    if (ovs != null) {
      ovs.close();
    }
  }

  @Test
  void portsOfOneVlanHearEachOtherAndNoOthers() {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, TWENTY, WITHIN);
    manager.detach(new PortName("tap3"), WITHIN);
    assertThat(ovs.broadcastFrom("tap1")).isEqualTo("drop");

    manager.attach(TWO, TEN, WITHIN);
    assertThat(ovs.broadcastFrom("tap1")).isNotEqualTo("drop").doesNotContain(",");
  }

  @Test
  void anIdlePortReachesNobodyNotEvenATrunkOrAnotherIdlePort() {
    manager.detach(ONE, WITHIN);
    manager.detach(TWO, WITHIN);
    // tap3 is as it was added: a trunk of all VLANs
    assertThat(ovs.broadcastFrom("tap1")).isEqualTo("drop");
    assertThat(ovs.broadcastFrom("tap1", "10")).isEqualTo("drop");
    assertThat(ovs.broadcastFrom("tap1", "4094")).isEqualTo("drop");
    assertThat(ovs.broadcastFrom("tap3", "4094")).isEqualTo("drop");
    assertThat(ovs.broadcastFrom("tap3")).isEqualTo("drop");
  }

  @Test
  void attachClearsWhatAnIdlePortOrATrunkHad() {
    ovs.vsctl("set", "port", "tap1", "vlan_mode=native-tagged", "tag=5", "trunks=[5,6,7]");
    manager.attach(ONE, TEN, WITHIN);
    String columns = "get port tap1 vlan_mode tag trunks protected";
    assertThat(ovs.vsctl(columns.split(" "))).isEqualTo("access\n10\n[]\nfalse\n");
    manager.detach(ONE, WITHIN);
    assertThat(ovs.vsctl(columns.split(" "))).isEqualTo("trunk\n4094\n[4095]\ntrue\n");
  }

  @Test
  void whatNobodyOfUsSetsIsNeitherReadNorListed() {
    // as it was added: every VLAN there is
    assertThatThrownBy(() -> manager.read(ONE, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("a way of its own");
    ovs.vsctl("set", "port", "tap1", "tag=4094", "vlan_mode=trunk");
    assertThatThrownBy(() -> manager.read(ONE, WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    manager.attach(TWO, TEN, WITHIN);
    assertThat(manager.list(WITHIN)).containsExactly(new PortState(TWO, TEN));
  }

  @Test
  void aTrunkIsWhatItSays() {
    manager.attach(ONE, Trunk.of(new VlanId(10), List.of(new VlanId(30), new VlanId(20))), WITHIN);
    assertThat(ovs.vsctl("get", "port", "tap1", "vlan_mode", "tag", "trunks"))
        .isEqualTo("native-untagged\n10\n[20, 30]\n");
    manager.attach(ONE, Trunk.of(null, List.of(new VlanId(20))), WITHIN);
    assertThat(ovs.vsctl("get", "port", "tap1", "vlan_mode", "tag", "trunks"))
        .isEqualTo("trunk\n[]\n[20]\n");
  }

  @Test
  void anAggregateIsABondByLacp() {
    LinkAggregation links = (LinkAggregation) manager;
    PortName bond = new PortName("bond1");
    links.bundle(new Aggregate(bond, new TreeSet<>(List.of(ONE, TWO))), WITHIN);
    assertThat(ovs.vsctl("get", "port", "bond1", "lacp", "bond_mode"))
        .isEqualTo("active\nbalance-tcp\n");
    assertThat(ovs.vsctl("list-ports", "br0").lines()).contains("bond1").doesNotContain("tap1");
    manager.attach(bond, TEN, WITHIN);
    links.bundle(new Aggregate(bond, new TreeSet<>(List.of(TWO, THREE))), WITHIN);
    assertThat(manager.read(bond, WITHIN).mode()).isEqualTo(TEN);
    assertThat(manager.read(ONE, WITHIN).isIdle()).isTrue();
    assertThatThrownBy(
            () ->
                links.bundle(
                    new Aggregate(new PortName("bond2"), new TreeSet<>(List.of(TWO))), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("member of bond1");
    assertThatThrownBy(() -> links.bundle(new Aggregate(ONE, new TreeSet<>(List.of(TWO))), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("tap1 is a port");
    links.unbundle(bond, WITHIN);
    assertThat(ovs.vsctl("list-ports", "br0").lines()).contains("tap1", "tap2", "tap3");
    assertThat(manager.read(TWO, WITHIN).isIdle()).isTrue();
  }

  @Test
  void whoSpokeOnAPortIsKnown() {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, TEN, WITHIN);
    NeighbourTable table = (NeighbourTable) manager;
    assertThat(table.learned(ONE, WITHIN)).isEmpty();
    ovs.receive("tap1", "ffffffffffff" + "525400ac0001" + "88b6" + "00".repeat(46));
    assertThat(table.learned(ONE, WITHIN)).containsExactly(new MacAddress("52:54:00:ac:00:01"));
    assertThat(table.learned(TWO, WITHIN)).isEmpty();
    manager.attach(ONE, TWENTY, WITHIN);
    assertThat(table.learned(ONE, WITHIN)).isEmpty();
  }

  @Test
  void aMemberOfABondIsNotMovedAndTheBondIs() {
    bond();
    assertThatThrownBy(() -> manager.attach(TWO, TEN, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("member of bond bond0");
    assertThat(manager.attach(new PortName("bond0"), TEN, WITHIN).isOn(TEN)).isTrue();
  }

  /** Of tap2 and tap3. */
  private void bond() {
    ovs.vsctl("del-port", "br0", "tap2", "--", "del-port", "br0", "tap3");
    ovs.vsctl(
        "add-bond",
        "br0",
        "bond0",
        "tap2",
        "tap3",
        "--",
        "set",
        "interface",
        "tap2",
        "type=dummy",
        "--",
        "set",
        "interface",
        "tap3",
        "type=dummy");
  }

  @Test
  void aProbeFindsALeakThatTheSettingsDoNotShow() {
    SegmentProbe probe = (SegmentProbe) manager;
    manager.attach(ONE, TWENTY, WITHIN);
    manager.attach(TWO, TEN, WITHIN);
    assertThat(probe.probe(ONE, TEN.vlan(), WITHIN).reached()).isFalse();
    InstalledSwitch.addFlow(ovs, "priority=100,in_port=tap1,actions=output:tap2");
    assertThat(manager.read(ONE, WITHIN).mode()).isEqualTo(TWENTY);
    assertThat(probe.probe(ONE, TEN.vlan(), WITHIN))
        .matches(ProbeResult::reached)
        .extracting(ProbeResult::evidence)
        .asString()
        .contains("tap2");
  }

  @Test
  void aLeakThroughAMemberOfABondIsFoundToo() {
    bond();
    manager.attach(ONE, TWENTY, WITHIN);
    manager.attach(new PortName("bond0"), TEN, WITHIN);
    SegmentProbe probe = (SegmentProbe) manager;
    assertThat(probe.probe(ONE, TEN.vlan(), WITHIN).reached()).isFalse();
    InstalledSwitch.addFlow(ovs, "priority=100,in_port=tap1,actions=output:tap2");
    assertThat(probe.probe(ONE, TEN.vlan(), WITHIN).reached()).isTrue();
  }

  @Test
  void aDatabaseThatHungUpBetweenTwoOperationsIsCalledAgain() {
    manager.attach(ONE, TEN, WITHIN);
    ovs.dropConnections();
    assertThat(manager.read(ONE, WITHIN).isOn(TEN)).isTrue();
    ovs.dropConnections();
    assertThat(manager.attach(ONE, TWENTY, WITHIN).isOn(TWENTY)).isTrue();
  }

  @Test
  void aBatchIsOneTransaction() {
    long before = Long.parseLong(ovs.vsctl("get", "Open_vSwitch", ".", "next_cfg").strip());
    ((BatchChanges) manager)
        .apply(
            List.of(
                new PortChange(ONE, TEN, ""),
                new PortChange(TWO, TWENTY, ""),
                new PortChange(new PortName("tap3"), new Idle(), "")),
            WITHIN);
    assertThat(ovs.vsctl("get", "Open_vSwitch", ".", "next_cfg").strip())
        .isEqualTo(Long.toString(before + 1));
    assertThat(ovs.vsctl("get", "port", "tap2", "tag")).isEqualTo("20\n");
  }

  @Test
  void anAccessPortSomeoneElseMadeIsRead() {
    ovs.vsctl("set", "port", "tap1", "tag=20");
    assertThat(manager.read(ONE, WITHIN).isOn(TWENTY)).isTrue();
    ovs.vsctl("set", "port", "tap1", "tag=4094");
    assertThat(manager.read(ONE, WITHIN).isIdle()).isTrue();
  }

  @Test
  void theIdleVlanIsASettingAndNotForMachines() {
    OpenVswitchProvider provider = new OpenVswitchProvider();
    provider.configure(new BackendSettings("netswitch:openvswitch", Map.of("idle_vlan", "99")));
    try (SwitchManager other = provider.open(InstalledSwitch.endpoint(ovs))) {
      assertThat(other.detach(ONE, WITHIN).isIdle()).isTrue();
      assertThat(ovs.vsctl("get", "port", "tap1", "tag")).isEqualTo("99\n");
      assertThatThrownBy(() -> other.attach(ONE, new Access(new VlanId(99)), WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("idle_vlan");
    }
  }

  @Test
  void theFirstDigitsOfARowsIdAreNotAPort() {
    manager.attach(ONE, TEN, WITHIN);
    String id = ovs.vsctl("get", "port", "tap1", "_uuid").strip();
    assertThatThrownBy(() -> manager.attach(new PortName(id.substring(0, 8)), TWENTY, WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    assertThat(manager.read(ONE, WITHIN).isOn(TEN)).isTrue();
  }

  @Test
  void workGoesOverTcpToo() {
    try (SwitchManager remote = new OpenVswitchProvider().open(InstalledSwitch.tcpEndpoint(ovs))) {
      assertThat(remote.attach(ONE, TWENTY, WITHIN).isOn(TWENTY)).isTrue();
    }
  }

  @Test
  void aDaemonThatDoesNotFollowTheDatabaseIsUnreachableTheSecondTimeToo() {
    manager.attach(ONE, TEN, WITHIN);
    ovs.haltDaemon();
    Duration brief = Duration.ofMillis(1500);
    assertThatThrownBy(() -> manager.attach(ONE, TWENTY, brief))
        .isInstanceOf(BackendException.Unreachable.class);
    // the database has the new tag by now, the switch has not
    assertThatThrownBy(() -> manager.attach(ONE, TWENTY, brief))
        .isInstanceOf(BackendException.Unreachable.class);
    assertThatThrownBy(() -> manager.read(ONE, brief))
        .isInstanceOf(BackendException.Unreachable.class);
    ovs.resumeDaemon();
    assertThat(manager.attach(ONE, TWENTY, WITHIN).isOn(TWENTY)).isTrue();
  }

  @Test
  void aKilledDatabaseIsUnreachable() {
    ovs.killDatabase();
    assertThatThrownBy(() -> manager.read(ONE, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("ovsdb-server");
  }
}
