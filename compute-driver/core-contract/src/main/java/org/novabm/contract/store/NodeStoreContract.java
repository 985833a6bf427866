package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.device.PowerRecord;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BusyException;
import org.novabm.node.Capacity;
import org.novabm.node.Demand;
import org.novabm.node.DuplicateException;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.NodeOffer;
import org.novabm.node.Occupant;
import org.novabm.node.PoolCount;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.PowerState;
import org.novabm.task.NodeChange;

public interface NodeStoreContract extends OnStores {

  @Test
  default void nodeIsFoundByEachOfItsNames() {
    MacAddress first = Samples.mac();
    MacAddress second = Samples.mac();
    Node asked = Samples.node(new Capacity(8, 16384, 100), first, second);
    Node stored = stage().nodes().add(asked);

    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields("id", "interfaces", "updated")
        .isEqualTo(asked);
    assertThat(stored.macs()).containsExactly(first, second);
    Node found = stage().nodes().find(stored.id());
    assertThat(found).usingRecursiveComparison().ignoringFields("updated").isEqualTo(stored);
    assertThat(stage().nodes().findByUuid(asked.uuid())).isEqualTo(found);
    assertThat(stage().nodes().findByMac(second)).isEqualTo(found);
    assertThat(stage().nodes().list(0, 10)).containsExactly(found);
    assertThat(stage().nodes().findByInstance(UUID.randomUUID())).isNull();
    assertThat(stage().nodes().find(stored.id() + 1)).isNull();
  }

  @Test
  default void bmcAddressKeepsItsPortAlsoOfIpv6() {
    BmcEndpoint power = new BmcEndpoint("2001:db8::7", 6230, "admin");
    Node stored = stage().nodes().add(with(power, null));

    assertThat(stage().nodes().find(stored.id()).power()).isEqualTo(power);
  }

  @Test
  default void switchPortIsKept() {
    NetworkSwitch plugged = stage().switches().add(SwitchStoreContract.sample("10.1.0.1"));
    SwitchPort port = new SwitchPort(plugged.id(), new PortName("ge-0/0/7"));
    Node stored = stage().nodes().add(with(new BmcEndpoint("10.0.0.1", 0, ""), port));

    assertThat(stage().nodes().find(stored.id()).switchPort()).isEqualTo(port);
    assertThatThrownBy(() -> stage().switches().delete(plugged.id()))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("plugged in: " + stored.id());
  }

  @Test
  default void takenSwitchPortIsRefusedNamingItsOwner() {
    NetworkSwitch plugged = stage().switches().add(SwitchStoreContract.sample("10.1.0.1"));
    SwitchPort port = new SwitchPort(plugged.id(), new PortName("ge-0/0/7"));
    BmcEndpoint power = new BmcEndpoint("10.0.0.1", 0, "");
    BmcEndpoint other = new BmcEndpoint("10.0.0.2", 0, "");
    Node owner = stage().nodes().add(with(power, port));

    assertThatThrownBy(() -> stage().nodes().add(with(other, port)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("port ge-0/0/7 of switch " + plugged.id())
        .hasMessageContaining("node " + owner.id());
    SwitchPort next = new SwitchPort(plugged.id(), new PortName("ge-0/0/8"));
    stage().nodes().add(with(other, next));
    stage().nodes().delete(owner.id(), false);
    assertThat(stage().nodes().add(with(power, port)).switchPort()).isEqualTo(port);
  }

  @Test
  default void takenMacAddressIsRefusedNamingItsOwner() {
    Node owner = stage().nodes().add(Samples.node());
    MacAddress mac = owner.macs().getFirst();

    assertThatThrownBy(() -> stage().nodes().add(Samples.node(owner.capacity(), mac)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining(mac.text())
        .hasMessageContaining("node " + owner.id());
    Node other = stage().nodes().add(Samples.node());
    assertThatThrownBy(() -> stage().nodes().addInterface(other.id(), NodeInterface.of(mac)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("node " + owner.id());
    assertThat(stage().nodes().list(0, 10)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "10.9.0.1,0,     10.9.0.1,0",
    "10.9.0.1,6230,  10.9.0.1,6230",
    "bmc7.lab,0,     BMC7.Lab,0",
    "10.9.0.1,0,     10.9.0.1,623",
    "10.9.0.1,443,   10.9.0.1,0",
    "2001:db8::9,0,  2001:db8::9,623",
    "2001:db8::9,0,  2001:DB8:0:0::9,0",
    "bmc7.lab,0,     bmc7.lab.,623",
  })
  default void aBmcIsOneNodesOnly(String host, int port, String again, int againPort) {
    Node first = stage().nodes().add(with(new BmcEndpoint(host, port, ""), null));
    Node second = with(new BmcEndpoint(again, againPort, "other"), null);
    assertThatThrownBy(() -> stage().nodes().add(second))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("is that of node " + first.id());
    stage().nodes().delete(first.id(), false);
    assertThat(stage().nodes().add(second).id()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "6230,6230", "0,623", "443,0"})
  default void twoThatAddOneBmcAtOnceGetOneNode(int port, int again) throws Exception {
    for (int round = 0; round < 20; round++) {
      String host = "10.9.1." + round;
      List<String> answers =
          ClaimContract.together(
              IntStream.range(0, 4)
                  .mapToObj(i -> (Callable<String>) () -> added(host, i % 2 == 0 ? port : again))
                  .toList());
      assertThat(answers).filteredOn(String::isEmpty).as("added").hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> !answer.isEmpty())
          .allMatch(answer -> answer.contains("is that of node "));
    }
    assertThat(stage().nodes().list(0, 99)).hasSize(20);
  }

  /** Why it was refused; empty when it was not. */
  private String added(String host, int port) {
    try {
      stage().nodes().add(with(new BmcEndpoint(host, port, ""), null));
      return "";
    } catch (DuplicateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  default void otherBmcsOfOneHostAreOthers() {
    for (int port : List.of(6230, 6231, 623)) {
      stage().nodes().add(with(new BmcEndpoint("10.9.0.1", port, ""), null));
    }
    stage().nodes().add(with(new BmcEndpoint("10.9.0.10", 0, ""), null));
    assertThat(stage().nodes().list(0, 9)).hasSize(4);
  }

  @Test
  default void nodesWhoseBmcAnswersAreToldFromOthers() {
    Node known = stage().nodes().add(Samples.node());
    Node silent = stage().nodes().add(Samples.node());
    stage().nodes().add(Samples.node());
    stage().power().write(new PowerRecord(known.id(), PowerState.OFF, null, Samples.NOW));
    stage().power().write(new PowerRecord(silent.id(), null, "no answer", Samples.NOW));
    assertThat(stage().nodes().fittingAndAnswering("compute1", Demand.ofSize(1, 1, 1), 9))
        .extracting(NodeOffer::id)
        .containsExactly(known.id());
    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 9)).hasSize(3);
  }

  @Test
  default void takenUuidIsRefused() {
    Node owner = stage().nodes().add(Samples.node());
    Node same = stage().nodes().add(Samples.node());

    assertThatThrownBy(() -> stage().nodes().add(renamed(same, owner.uuid())))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining(owner.uuid() + " belongs to node " + owner.id());
  }

  @Test
  default void cardsComeAndGo() {
    Node node = stage().nodes().add(Samples.node());
    NodeInterface card = new NodeInterface(0, Samples.mac(), "0x1", 7, null);
    NodeInterface stored = stage().nodes().addInterface(node.id(), card);

    assertThat(stored).usingRecursiveComparison().ignoringFields("id").isEqualTo(card);
    assertThat(stage().nodes().find(node.id()).interfaces()).hasSize(2).contains(stored);
    assertThat(stage().nodes().removeInterface(node.id(), card.mac())).isTrue();
    assertThat(stage().nodes().removeInterface(node.id(), card.mac())).isFalse();
    assertThat(stage().nodes().find(node.id()).interfaces()).hasSize(1);
    assertThat(stage().nodes().addInterface(node.id() + 1, card)).isNull();
  }

  @Test
  default void fittingNodesComeSmallestFirst() {
    Node large = stage().nodes().add(Samples.node(new Capacity(2, 8192, 10), Samples.mac()));
    Node manyCpus = stage().nodes().add(Samples.node(new Capacity(8, 4096, 10), Samples.mac()));
    Node bigDisk = stage().nodes().add(Samples.node(new Capacity(4, 4096, 99), Samples.mac()));
    Node smallest = stage().nodes().add(Samples.node(new Capacity(4, 4096, 10), Samples.mac()));
    Node taken = stage().nodes().add(Samples.node(new Capacity(4, 4096, 10), Samples.mac()));
    stage().nodes().claim(taken.id(), Samples.occupant());
    stage().nodes().add(Samples.node(new Capacity(1, 4096, 10), Samples.mac()));

    assertThat(stage().nodes().fitting("compute1", 4096, 2, 10, 10))
        .extracting(NodeOffer::id)
        .containsExactly(smallest.id(), bigDisk.id(), manyCpus.id(), large.id());
    assertThat(stage().nodes().fitting("compute1", 4096, 2, 10, 1)).hasSize(1);
    assertThat(stage().nodes().fitting("compute1", 4096, 2, 50, 10)).hasSize(1);
    assertThat(stage().nodes().fitting("compute2", 1, 1, 1, 10)).isEmpty();
  }

  @Test
  default void listIsReadInPages() {
    List<Node> nodes =
        List.of(Samples.node(), Samples.node(), Samples.node()).stream()
            .map(stage().nodes()::add)
            .toList();

    assertThat(stage().nodes().list(0, 2))
        .extracting(Node::id)
        .containsExactly(nodes.get(0).id(), nodes.get(1).id());
    assertThat(stage().nodes().list(nodes.get(1).id(), 2))
        .extracting(Node::id)
        .containsExactly(nodes.get(2).id());
  }

  @Test
  default void deletedNodeIsGoneAndItsMacAddressIsFree() {
    Node node = stage().nodes().add(Samples.node());

    assertThat(stage().nodes().delete(node.id(), false)).isTrue();
    assertThat(stage().nodes().delete(node.id(), true)).isFalse();
    assertThat(stage().nodes().find(node.id())).isNull();
    assertThat(stage().nodes().list(0, 10)).isEmpty();
    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 10)).isEmpty();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();
    assertThat(stage().nodes().count().total()).isZero();
    assertThat(stage().nodes().addInterface(node.id(), NodeInterface.of(Samples.mac()))).isNull();
    assertThat(stage().nodes().add(Samples.node(node.capacity(), node.macs().getFirst())).id())
        .isGreaterThan(node.id());
  }

  @Test
  default void occupiedNodeIsDeletedOnlyByForce() {
    Node node = stage().nodes().add(Samples.node());
    Occupant occupant = Samples.occupant();
    stage().nodes().claim(node.id(), occupant);

    assertThatThrownBy(() -> stage().nodes().delete(node.id(), false))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining(occupant.instance().toString());
    assertThat(stage().nodes().delete(node.id(), true)).isTrue();
    assertThat(stage().nodes().findByInstance(occupant.instance())).isNull();
    Node other = stage().nodes().add(Samples.node());
    assertThat(stage().nodes().claim(other.id(), occupant)).isTrue();
  }

  @Test
  default void poolIsCounted() {
    List<Node> nodes =
        List.of(Samples.node(), Samples.node(), Samples.node(), Samples.node()).stream()
            .map(stage().nodes()::add)
            .toList();
    Occupant broken = Samples.occupant();
    stage().nodes().claim(nodes.get(0).id(), broken);
    NodeChange held = new NodeChange(nodes.get(0).id(), ProvisionState.ERROR, TaskState.ERROR);
    stage().tasks().begin(Samples.spawn().with(held));
    stage().nodes().claim(nodes.get(1).id(), Samples.occupant());

    assertThat(stage().nodes().count()).isEqualTo(new PoolCount(2, 1, 1));
  }

  @Test
  default void manyAreStoredTogetherEachWithItsPassword() {
    List<NewNode> many =
        Stream.generate(() -> new NewNode(Samples.node(), Secret.of("of " + Samples.mac())))
            .limit(50)
            .toList();
    List<Node> stored = stage().nodes().addAll(many);

    assertThat(stage().nodes().list(0, 100)).hasSize(50);
    for (int i = 0; i < many.size(); i++) {
      Node one = stored.get(i);
      assertThat(one.uuid()).isEqualTo(many.get(i).node().uuid());
      assertThat(stage().nodes().find(one.id()))
          .usingRecursiveComparison()
          .ignoringFields("updated")
          .isEqualTo(one);
      assertThat(stage().secrets().open(one.id()).password()).isEqualTo(many.get(i).password());
    }
  }

  @Test
  default void ofManyNoneIsStoredWhenOneCannotBe() {
    Node owner = stage().nodes().add(Samples.node());
    NewNode good = new NewNode(Samples.node(), Secret.of("x"));
    NewNode bad = new NewNode(with(owner.power(), null), Secret.of("x"));

    assertThatThrownBy(() -> stage().nodes().addAll(List.of(good, bad)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("is that of node " + owner.id());
    assertThatThrownBy(() -> stage().nodes().addAll(List.of(good, good)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("is named twice");
    assertThat(stage().nodes().list(0, 10)).hasSize(1);
    assertThat(stage().nodes().addAll(List.of())).isEmpty();
  }

  /** A node with that BMC on that port. */
  static Node with(BmcEndpoint power, @Nullable SwitchPort port) {
    Node node = Samples.node();
    return new Node(
        0,
        node.uuid(),
        node.serviceHost(),
        "",
        node.capacity(),
        power,
        "",
        0,
        node.firmware(),
        port,
        node.interfaces(),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  private static Node renamed(Node node, UUID uuid) {
    return new Node(
        0,
        uuid,
        node.serviceHost(),
        "",
        node.capacity(),
        node.power(),
        "",
        0,
        node.firmware(),
        null,
        List.of(NodeInterface.of(Samples.mac())),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }
}
