package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortSecurity;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** A real Open vSwitch by OpenFlow 1.3, and what its own tools and frames say of it. */
class OpenFlowTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Access TEN = new Access(new VlanId(10));
  private static final Access TWENTY = new Access(new VlanId(20));
  private static final PortName ONE = new PortName("tap1");
  private static final PortName TWO = new PortName("tap2");
  private static final String BROADCAST =
      "ffffffffffff" + "525400000001" + "88b6" + "00".repeat(46);

  @TempDir Path folder;
  private ControlledSwitch controlled;
  private DummyOpenVswitch ovs;
  private SwitchManager manager;

  @BeforeEach
  void startSwitch() throws IOException {
    controlled =
        ControlledSwitch.start(
            folder,
            ControlledSwitch.OPENFLOW_13,
            List.of("tap1", "tap2", "tap3", "up0"),
            Map.of("uplinks", "up0", "state_path", folder.resolve("state").toString()));
    ovs = controlled.ovs();
    manager = controlled.open();
  }

  @AfterEach
  void stopSwitch() {
    if (controlled != null) {
      controlled.close();
    }
  }

  @Test
  void theFlowsAreAsDocumented() {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, Trunk.of(new VlanId(20), List.of(new VlanId(10))), WITHIN);
    String ports = controlled.flows("OpenFlow13").replaceAll("(?m)^.*01:80:c2.*\\R", "");
    assertThat(ports.lines().map(String::strip).sorted())
        .map(line -> line.replaceFirst("dl_dst=06:[0-9a-f:]+", "dl_dst=PROBE"))
        .containsExactlyInAnyOrder(
            "cookie=0x6e6f000000000000, priority=0 actions=drop",
            "cookie=0x6e6f000000000000, table=1, priority=0 actions=drop",
            "cookie=0x6e6f000000000000, table=1, priority=60000,dl_dst=PROBE,dl_type=0x88b5"
                + " actions=CONTROLLER:65535",
            "cookie=0x6e6f000a00000001, priority=100,in_port=tap1,vlan_tci=0x0000/0x1fff"
                + " actions=push_vlan:0x8100,set_field:4106->vlan_vid,goto_table:1",
            "cookie=0x6e6f001400000002, priority=100,in_port=tap2,vlan_tci=0x0000/0x1fff"
                + " actions=push_vlan:0x8100,set_field:4116->vlan_vid,goto_table:1",
            "cookie=0x6e6f000a00000002, priority=100,in_port=tap2,dl_vlan=10 actions=goto_table:1",
            "cookie=0x6e6f000a00000004, priority=100,in_port=up0,dl_vlan=10 actions=goto_table:1",
            "cookie=0x6e6f001400000004, priority=100,in_port=up0,dl_vlan=20 actions=goto_table:1",
            "cookie=0x6e6f000a00000000, table=1, priority=100,dl_vlan=10"
                + " actions=output:tap2,output:up0,pop_vlan,output:tap1",
            "cookie=0x6e6f001400000000, table=1, priority=100,dl_vlan=20"
                + " actions=output:up0,pop_vlan,output:tap2");
  }

  @Test
  void framesReachTheirSegmentAndNoOther() throws IOException {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, TEN, WITHIN);
    manager.attach(new PortName("tap3"), TWENTY, WITHIN);
    long quiet = ovs.captureSize("tap3");
    long before = ovs.captureSize("tap2");
    ovs.receive("tap1", BROADCAST);
    await().until(() -> ovs.captureSize("tap2") > before);
    manager.attach(TWO, TWENTY, WITHIN);
    long moved = ovs.captureSize("tap2");
    ovs.receive("tap1", BROADCAST);
    ovs.receive("tap2", BROADCAST);
    await().until(() -> ovs.captureSize("tap3") > quiet);
    assertThat(ovs.captureSize("tap2")).isEqualTo(moved);
  }

  @Test
  void anUplinkIsNotMoved() {
    assertThatThrownBy(() -> manager.attach(new PortName("up0"), TEN, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("is an uplink");
    manager.attach(ONE, TEN, WITHIN);
    assertThat(manager.list(WITHIN)).extracting(it -> it.port().text()).doesNotContain("up0");
  }

  @Test
  void aPortIsKnownByItsNumberToo() {
    PortName number = new PortName("" + ovs.number("tap2"));
    assertThat(manager.attach(number, TEN, WITHIN).port()).isEqualTo(number);
    assertThat(manager.read(TWO, WITHIN).mode()).isEqualTo(TEN);
  }

  @Test
  void aNameThatIsAnothersNumberIsNotGuessedAt() {
    // tap3 has number 3
    ovs.vsctl("add-port", "br0", "3", "--", "set", "interface", "3", "type=dummy");
    await()
        .atMost(WITHIN)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> manager.attach(new PortName("3"), TEN, WITHIN))
                    .isInstanceOf(BackendException.Refused.class)
                    .hasMessageContaining("the name of one port and the number of another"));
  }

  @Test
  void aCardThatIsNotAdmittedIsNotHeard() throws IOException {
    ((PortSecurity) manager).admit(ONE, Set.of(new MacAddress("52:54:00:00:00:02")), WITHIN);
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, TEN, WITHIN);
    long before = ovs.captureSize("tap2");
    ovs.receive("tap1", BROADCAST);
    ovs.receive("tap1", BROADCAST.replace("525400000001", "525400000002"));
    await().until(() -> ovs.captureSize("tap2") > before);
    // 16 bytes of the capture's header, 60 of the one frame
    assertThat(ovs.captureSize("tap2")).isEqualTo(before + 76);
    assertThatThrownBy(
            () ->
                ((PortSecurity) manager)
                    .admit(TWO, Set.of(new MacAddress("52:54:00:00:00:02")), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("tap1 already");
  }

  @Test
  void aFullTableIsThePortsErrorThatFilledIt() {
    manager.attach(ONE, TEN, WITHIN);
    ovs.vsctl(
        "--id=@t",
        "create",
        "Flow_Table",
        "flow_limit=20",
        "overflow_policy=refuse",
        "--",
        "set",
        "bridge",
        "br0",
        "flow_tables:0=@t");
    String before = controlled.flows("OpenFlow13");
    Map<PortName, ChangeOutcome> outcomes =
        ((BatchChanges) manager).apply(List.of(new PortChange(TWO, TWENTY, "")), WITHIN);
    assertThat(outcomes.get(TWO))
        .isInstanceOfSatisfying(
            ChangeOutcome.NotMade.class,
            it ->
                assertThat(it.why())
                    .isInstanceOf(BackendException.Refused.class)
                    .hasMessageContaining("the flow table is full (FLOW_MOD_FAILED"));
    assertThat(controlled.flows("OpenFlow13")).isEqualTo(before);
    assertThat(manager.read(ONE, WITHIN).mode()).isEqualTo(TEN);
    assertThat(manager.read(TWO, WITHIN).isIdle()).isTrue();
  }

  @Test
  void aFlowOfOthersAboveOursIsFoundByTheProbe() {
    manager.attach(TWO, TEN, WITHIN);
    ovs.ofctl("-O", "OpenFlow13", "add-flow", "BRIDGE", "priority=900,in_port=tap1,actions=tap2");
    assertThatThrownBy(() -> manager.attach(ONE, TWENTY, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("does not come up there; port tap1 is on no VLAN now");
    assertThat(manager.read(ONE, WITHIN).isIdle()).isTrue();
  }

  @Test
  void aFlowThatSomebodyTookAwayIsNoticedAndMended() {
    manager.attach(ONE, TEN, WITHIN);
    ovs.ofctl("-O", "OpenFlow13", "del-flows", "BRIDGE", "table=1,dl_vlan=10");
    assertThatThrownBy(() -> manager.read(ONE, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("half of one segment");
    manager.attach(ONE, TEN, WITHIN);
    assertThat(manager.read(ONE, WITHIN).mode()).isEqualTo(TEN);
  }

  @Test
  void aSwitchThatIsNotOursYetIsLeftAlone() {
    ovs.ofctl("-O", "OpenFlow13", "add-flow", "BRIDGE", "priority=1,actions=NORMAL");
    String before = controlled.flows("OpenFlow13");
    assertThatThrownBy(() -> manager.read(ONE, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("take it over");
    assertThat(controlled.flows("OpenFlow13")).isEqualTo(before);
  }

  @Test
  void aReconnectTouchesNoGoodFlow() {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, TEN, WITHIN);
    double youngest = youngest();
    ovs.reconnect();
    assertThat(manager.read(ONE, WITHIN).mode()).isEqualTo(TEN);
    assertThat(youngest()).isGreaterThan(youngest);
  }

  /** The age in seconds of the flow that was made last; a change in place is not seen by it. */
  private double youngest() {
    return Pattern.compile("duration=([0-9.]+)s")
        .matcher(ovs.ofctl("-O", "OpenFlow13", "dump-flows", "BRIDGE"))
        .results()
        .mapToDouble(it -> Double.parseDouble(it.group(1)))
        .min()
        .orElseThrow();
  }

  @Test
  void aSwitchThatForgotItsFlowsGetsThemBack() throws IOException {
    manager.attach(ONE, TEN, WITHIN);
    manager.attach(TWO, Trunk.of(null, List.of(new VlanId(10))), WITHIN);
    ovs.restartDaemon();
    await()
        .atMost(WITHIN)
        .untilAsserted(() -> assertThat(manager.read(ONE, WITHIN).mode()).isEqualTo(TEN));
    assertThat(manager.read(TWO, WITHIN).mode()).isEqualTo(Trunk.of(null, List.of(new VlanId(10))));
  }

  @Test
  void andItDoesFromAnotherProcess() throws IOException {
    manager.attach(ONE, TEN, WITHIN);
    int port = controlled.provider().port();
    controlled.provider().close();
    ovs.restartDaemon();
    try (OpenFlowProvider other =
        ControlledSwitch.provider(
            port, Map.of("uplinks", "up0", "state_path", folder.resolve("state").toString()))) {
      SwitchManager theirs = other.open(controlled.endpoint());
      assertThat(theirs.read(ONE, WITHIN).mode()).isEqualTo(TEN);
    }
  }
}
