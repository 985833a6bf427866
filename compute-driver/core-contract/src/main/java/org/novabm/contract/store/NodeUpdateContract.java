package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.DuplicateException;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;

public interface NodeUpdateContract extends OnStores {

  private SwitchPort port(String name) {
    List<SwitchPort> first =
        stage().switches().list().stream()
            .map(it -> new SwitchPort(it.id(), new PortName(name)))
            .toList();
    return first.isEmpty()
        ? new SwitchPort(
            stage().switches().add(SwitchStoreContract.sample("10.1.0.1")).id(), new PortName(name))
        : first.getFirst();
  }

  private static Node changed(Node it, BmcEndpoint power, @Nullable SwitchPort port) {
    return new Node(
        it.id(),
        it.uuid(),
        it.serviceHost(),
        it.address(),
        it.capacity(),
        power,
        it.powerManager(),
        it.terminalPort(),
        it.firmware(),
        port,
        it.interfaces(),
        it.occupant(),
        it.state(),
        it.taskState(),
        it.updated(),
        it.version());
  }

  /** The node with its BMC elsewhere. */
  static Node at(Node it, String address) {
    Endpoint power = Endpoint.parse(address, it.power().user(), Secret.EMPTY);
    return changed(it, BmcEndpoint.of(power), it.switchPort());
  }

  private Node with(Node it, String password) {
    return Objects.requireNonNull(stage().nodes().update(it, Secret.of(password)));
  }

  private String password(Node it) {
    return stage().secrets().open(it.id()).password().reveal();
  }

  /** The node with so many processors, and nobody on it. */
  static Node sized(Node it, int cpus) {
    return new Node(
        it.id(),
        it.uuid(),
        it.serviceHost(),
        it.address(),
        new Capacity(cpus, it.capacity().memoryMb(), it.capacity().localGb()),
        it.power(),
        it.powerManager(),
        it.terminalPort(),
        it.firmware(),
        it.switchPort(),
        it.interfaces(),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        it.version());
  }

  private Node found(Node node) {
    return Objects.requireNonNull(stage().nodes().find(node.id()));
  }

  private Node update(Node node) {
    return Objects.requireNonNull(stage().nodes().update(node));
  }

  @Test
  default void changedNodeIsFoundAsItIsNowAndKeepsTheRest() {
    Node before = stage().nodes().add(Samples.node());
    Occupant occupant = Samples.occupant();
    stage().nodes().claim(before.id(), occupant);
    Node wanted =
        new Node(
            before.id(),
            Samples.node().uuid(),
            "another-host",
            "192.0.2.8",
            new Capacity(16, 32768, 200),
            new BmcEndpoint("2001:db8::7", 623, "operator"),
            "redfish",
            8024,
            Firmware.BIOS,
            port("ge-0/0/7"),
            List.of(NodeInterface.of(Samples.mac())),
            null,
            ProvisionState.AVAILABLE,
            null,
            null,
            found(before).version());

    Node stored = update(wanted);

    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields(
            "uuid",
            "serviceHost",
            "interfaces",
            "occupant",
            "state",
            "taskState",
            "updated",
            "version")
        .isEqualTo(wanted);
    assertThat(stored.version()).isEqualTo(wanted.version() + 1);
    Node found = found(before);
    assertThat(found).usingRecursiveComparison().ignoringFields("updated").isEqualTo(stored);
    assertThat(found.uuid()).isEqualTo(before.uuid());
    assertThat(found.serviceHost()).isEqualTo(before.serviceHost());
    assertThat(found.interfaces()).isEqualTo(before.interfaces());
    assertThat(found.occupant()).isEqualTo(occupant);
    assertThat(found.state()).isEqualTo(ProvisionState.DEPLOYING);
    assertThat(found.taskState()).isEqualTo(TaskState.BUILDING);
  }

  @Test
  default void whatSomebodyElseWroteMeanwhileIsNotOverwritten() {
    Node read = stage().nodes().add(Samples.node());
    update(sized(read, 9));

    assertThat(stage().nodes().update(sized(read, 10))).isNull();
    assertThat(found(read).capacity().cpus()).isEqualTo(9);
    Node claimed = found(read);
    stage().nodes().claim(read.id(), Samples.occupant());
    assertThat(stage().nodes().update(sized(claimed, 11))).as("claimed meanwhile").isNull();
    Node last = found(read);
    stage().nodes().delete(read.id(), true);
    assertThat(stage().nodes().update(sized(last, 12))).as("deleted").isNull();
  }

  @Test
  default void ofManyWhoChangeANodeAtOnceOneDoes() throws Exception {
    Node read = stage().nodes().add(Samples.node());
    List<Boolean> written =
        ClaimContract.together(
            IntStream.range(20, 28)
                .mapToObj(
                    cpus ->
                        (Callable<Boolean>) () -> stage().nodes().update(sized(read, cpus)) != null)
                .toList());

    assertThat(written).filteredOn(won -> won).hasSize(1);
    assertThat(found(read).version()).isEqualTo(read.version() + 1);
  }

  @Test
  default void aBmcOfAnotherNodeIsRefusedAndTheOldOneIsFree() {
    Node owner = stage().nodes().add(at(Samples.node(), "10.9.3.1"));
    Node node = stage().nodes().add(at(Samples.node(), "10.9.3.2"));

    assertThatThrownBy(() -> stage().nodes().update(at(node, "10.9.3.1:623")))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("is that of node " + owner.id());
    assertThat(found(node)).usingRecursiveComparison().ignoringFields("updated").isEqualTo(node);

    Node renamed = update(at(node, "10.9.3.2:623"));
    update(at(renamed, "10.9.3.3"));
    assertThat(stage().nodes().add(at(Samples.node(), "10.9.3.2")).id()).isPositive();
    assertThatThrownBy(() -> stage().nodes().add(at(Samples.node(), "10.9.3.3:443")))
        .hasMessageContaining("is that of node " + node.id());
  }

  @Test
  default void ofTwoNodesThatAreMovedToOneBmcAtOnceOneIs() throws Exception {
    for (int round = 0; round < 10; round++) {
      String address = "10.9.4." + round;
      List<String> answers =
          ClaimContract.together(
              List.of(stage().nodes().add(Samples.node()), stage().nodes().add(Samples.node()))
                  .stream()
                  .map(node -> (Callable<String>) () -> moved(at(node, address)))
                  .toList());
      assertThat(answers).filteredOn(String::isEmpty).as("moved").hasSize(1);
      assertThat(answers).anyMatch(answer -> answer.contains("is that of node "));
    }
  }

  /** Why it was refused; empty when it was not. */
  private String moved(Node node) {
    try {
      update(node);
      return "";
    } catch (DuplicateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  default void aSwitchPortOfAnotherNodeIsRefusedAndOneMayBeGivenUp() {
    SwitchPort first = port("p1");
    Node owner = stage().nodes().add(changed(Samples.node(), bmc("10.9.5.1"), first));
    Node node = stage().nodes().add(changed(Samples.node(), bmc("10.9.5.2"), null));

    assertThatThrownBy(() -> stage().nodes().update(changed(node, node.power(), first)))
        .isInstanceOf(DuplicateException.class)
        .hasMessageContaining("port p1 of switch " + first.switchId())
        .hasMessageContaining("node " + owner.id());
    assertThat(update(sized(owner, 3)).switchPort()).isEqualTo(first);
    assertThat(update(changed(found(owner), owner.power(), null)).switchPort()).isNull();
    assertThat(update(changed(node, node.power(), first)).switchPort()).isEqualTo(first);
    assertThat(stage().switches().find(first.switchId())).isNotNull();
  }

  private static BmcEndpoint bmc(String address) {
    return BmcEndpoint.of(Endpoint.parse(address, "", Secret.EMPTY));
  }

  @Test
  default void aPasswordIsReplacedAndMayBeGivenUp() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    Node grown = update(sized(node, 9));
    assertThat(password(node)).isEqualTo("bmc password");
    Node replaced = with(grown, "another password");
    assertThat(password(node)).isEqualTo("another password");
    assertThat(password(with(replaced, ""))).isEmpty();
  }
}
