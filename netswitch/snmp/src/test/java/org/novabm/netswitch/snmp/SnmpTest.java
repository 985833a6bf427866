package org.novabm.netswitch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** A bridge behind Net-SNMP's agent, good and spoilt. */
class SnmpTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Access TEN = new Access(new VlanId(10));
  private static final Access TWENTY = new Access(new VlanId(20));
  private static final PortName TWO = new PortName("ge2");
  private static final String EGRESS = ".1.3.6.1.2.1.17.7.1.4.3.1.2.";
  private static final String UNTAGGED = ".1.3.6.1.2.1.17.7.1.4.3.1.4.";
  private static final String ADMIN = ".1.3.6.1.2.1.2.2.1.7.";

  @TempDir Path folder;
  private PrivateAgent agent;
  private SwitchManager manager;

  @BeforeEach
  void startAgent() throws IOException {
    agent = new PrivateAgent(folder);
    manager = provider().open(agent.byCommunity());
  }

  private static SnmpProvider provider() {
    SnmpProvider provider = new SnmpProvider();
    provider.configure(
        new BackendSettings(
            "netswitch:snmp",
            Map.of("proof_timeout", "1", "uplinks", "ge8", "timeout", "0.3", "retries", "10")));
    return provider;
  }

  @AfterEach
  void stopAgent() {
    if (manager != null) {
      manager.close();
      agent.close();
    }
  }

  @Test
  void netSnmpSeesWhatWasSet() {
    manager.attach(TWO, TEN, WITHIN);
    // the second port and, tagged, the uplink
    assertThat(agent.get(EGRESS + 10)).endsWith("\"41 00 00 \"");
    assertThat(agent.get(UNTAGGED + 10)).endsWith("\"40 00 00 \"");
    assertThat(agent.get(EGRESS + 1)).endsWith("\"BF 00 10 \"");
    assertThat(agent.get(ADMIN + 102)).endsWith(" 1");
    manager.detach(TWO, WITHIN);
    assertThat(agent.get(EGRESS + 10)).endsWith("\"01 00 00 \"");
    assertThat(agent.get(ADMIN + 102)).endsWith(" 2");
    assertThat(agent.get(EGRESS + 1)).endsWith("\"BF 00 10 \"");
  }

  @Test
  void aPortWhoseInterfaceHasAnotherNumberIsTheRightOne() {
    manager.attach(new PortName("ag1"), Trunk.of(null, List.of(new VlanId(10))), WITHIN);
    assertThat(agent.get(EGRESS + 10)).endsWith("\"01 00 10 \"");
    assertThat(agent.get(UNTAGGED + 10)).endsWith("\"00 00 00 \"");
  }

  @Test
  void anInterfaceThatIsNoBridgePortIsRefused() {
    assertThatThrownBy(() -> manager.attach(new PortName("p9"), TEN, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("member of an aggregate?");
    assertThatThrownBy(() -> manager.attach(new PortName("ge8"), TEN, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("uplink");
  }

  @Test
  void whatASwitchOnlySaysIsNotBelieved() throws IOException {
    manager.attach(TWO, TEN, WITHIN);
    agent.spoil("deaf");
    assertThatThrownBy(() -> manager.attach(TWO, TWENTY, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class);
    agent.spoil();
    assertThat(manager.read(TWO, WITHIN).mode()).isEqualTo(TEN);
  }

  @Test
  void aPortThatDoesNotForwardAsConfiguredStaysShut() throws IOException {
    manager.attach(TWO, TEN, WITHIN);
    agent.spoil("lazy");
    assertThatThrownBy(() -> manager.attach(TWO, TWENTY, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("has it in [10]")
        .hasMessageContaining("left shut");
    assertThat(agent.get(ADMIN + 102)).endsWith(" 2");
    assertThatThrownBy(() -> manager.read(TWO, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("a way of its own (VLANs [20], untagged VLAN 20, shut)");
    agent.spoil();
    assertThat(manager.attach(TWO, TWENTY, WITHIN).mode()).isEqualTo(TWENTY);
  }

  @Test
  void aVlanThatTheSwitchDoesNotMakeIsItsWord() throws IOException {
    agent.spoil("unwilling");
    assertThatThrownBy(() -> manager.attach(TWO, TEN, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("1.3.6.1.2.1.17.7.1.4.3.1.5.10 = 4");
    assertThat(agent.get(ADMIN + 102)).endsWith(" 2");
  }

  @Test
  void aSwitchWithoutFiltersHasAccessPortsButNoTrunksThatDrop() throws IOException {
    agent.spoil("plain");
    assertThat(manager.attach(TWO, TEN, WITHIN).mode()).isEqualTo(TEN);
    assertThatThrownBy(() -> manager.attach(TWO, Trunk.of(null, List.of(new VlanId(10))), WITHIN))
        .isInstanceOf(BackendException.Refused.class);
  }

  @Test
  void aNameOfAnotherVlanIsRefused() {
    manager.ensureVlan(new Vlan(new VlanId(10), "blue"), WITHIN);
    assertThatThrownBy(() -> manager.ensureVlan(new Vlan(new VlanId(11), "blue"), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("VLAN 10's already");
  }

  @Test
  void itSaysWhoIsPluggedIn() {
    NeighbourTable table = (NeighbourTable) manager;
    assertThat(table.learned(new PortName("ge3"), WITHIN))
        .containsExactly(new MacAddress("52:54:00:ac:00:01"));
    assertThat(table.learned(TWO, WITHIN)).isEmpty();
    assertThat(table.neighbours(WITHIN))
        .containsExactly(new Neighbour(new PortName("ge3"), "52:54:00:ac:00:01", "eth0", "node1"));
  }

  @Test
  void aWrongPassPhraseIsSilence() {
    try (SwitchManager wrong = provider().open(agent.byUser("not the phrase"))) {
      assertThatThrownBy(() -> wrong.read(TWO, Duration.ofSeconds(2)))
          .isInstanceOf(BackendException.Unreachable.class)
          .hasMessageContaining("a wrong community or pass phrase is not answered");
    }
  }

  @Test
  void aUserThatTheSwitchDoesNotKnowIsTold() {
    Endpoint stranger =
        new Endpoint(
            agent.byCommunity().address(),
            agent.byCommunity().port(),
            "stranger",
            Secret.of(PrivateAgent.PHRASE));
    try (SwitchManager wrong = provider().open(stranger)) {
      assertThatThrownBy(() -> wrong.read(TWO, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("SNMPv3 user 'stranger': it knows no such user");
    }
  }
}
