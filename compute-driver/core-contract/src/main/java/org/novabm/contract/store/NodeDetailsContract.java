package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.novabm.node.Demand;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeBackends;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeOffer;
import org.novabm.node.ResourceClass;
import org.novabm.node.RootDeviceHints;
import org.novabm.spi.Secret;

public interface NodeDetailsContract extends OnStores {

  NodeDetails WHOLE =
      new NodeDetails(
          new ResourceClass("baremetal.gold"),
          new TreeSet<>(List.of("CUSTOM_RAID", "HW_CPU_X86_VMX")),
          new TreeMap<>(Map.of("rack", "é — 日本", "unit", "")),
          RootDeviceHints.of(Map.of("size", ">= 60", "serial", "s== \"A 1\"")),
          "",
          "somebody's only copy",
          new NodeBackends("iscsi", "virtual-media"));

  private Node with(NodeDetails details) {
    return stage().nodes().add(Samples.node().with(details));
  }

  private Node found(Node node) {
    return Objects.requireNonNull(stage().nodes().find(node.id()));
  }

  private List<Long> fitting(Demand demand) {
    return stage().nodes().fitting("compute1", demand, 9).stream().map(NodeOffer::id).toList();
  }

  private static Demand demand(List<String> classes, List<String> required, List<String> not) {
    return new Demand(1, 1, 1, new TreeSet<>(classes), new TreeSet<>(required), new TreeSet<>(not));
  }

  @Test
  default void detailsAreFoundAsTheyWereSaid() {
    Node node = with(WHOLE);
    assertThat(node.details()).isEqualTo(WHOLE);
    assertThat(found(node).details()).isEqualTo(WHOLE);
    assertThat(stage().nodes().list(0, 9)).extracting(Node::details).containsExactly(WHOLE);
    assertThat(found(stage().nodes().add(Samples.node())).details()).isEqualTo(NodeDetails.NONE);
  }

  @Test
  default void ofManyEachHasItsOwn() {
    List<NodeDetails> said = List.of(WHOLE, NodeDetails.NONE, NodeDetails.NONE.retired("old"));
    List<NewNode> many =
        said.stream()
            .map(details -> new NewNode(Samples.node().with(details), Secret.of("x")))
            .toList();
    assertThat(stage().nodes().addAll(many)).extracting(Node::details).isEqualTo(said);
    assertThat(stage().nodes().list(0, 9)).extracting(Node::details).isEqualTo(said);
  }

  @Test
  default void changedDetailsAreCompareAndSetWithTheRest() {
    Node node = stage().nodes().add(Samples.node());
    Node said = Objects.requireNonNull(stage().nodes().update(found(node).with(WHOLE)));
    assertThat(said.details()).isEqualTo(WHOLE);
    assertThat(found(node).details()).isEqualTo(WHOLE);
    assertThat(stage().nodes().update(node.with(NodeDetails.NONE))).as("read before that").isNull();
    stage().nodes().update(found(node).with(WHOLE.retired(null).withTraits(List.of("CUSTOM_A"))));
    assertThat(found(node).details().traits()).containsExactly("CUSTOM_A");
    assertThat(found(node).details().isRetired()).isFalse();
    stage().nodes().update(found(node).with(NodeDetails.NONE));
    assertThat(found(node).details()).isEqualTo(NodeDetails.NONE);
  }

  @Test
  default void retiredNodeIsChosenForNobody() {
    Node node = with(NodeDetails.NONE.retired("out of warranty"));
    assertThat(fitting(Demand.ofSize(1, 1, 1))).isEmpty();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();
    assertThat(stage().nodes().count().free()).isZero();
    stage().nodes().update(found(node).with(NodeDetails.NONE));
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isTrue();
  }

  @Test
  default void classAndTraitsAreMatchedByTheStore() {
    Node plain = stage().nodes().add(Samples.node());
    Node gold = with(NodeDetails.NONE.withClass(new ResourceClass("gold")));
    Node raid =
        with(
            NodeDetails.NONE
                .withClass(new ResourceClass("Gold"))
                .withTraits(List.of("CUSTOM_RAID", "CUSTOM_RAID_10")));
    Node longer = with(NodeDetails.NONE.withTraits(List.of("CUSTOM_RAID_10", "XCUSTOM_RAID")));

    assertThat(fitting(demand(List.of(), List.of(), List.of()))).hasSize(4);
    assertThat(fitting(demand(List.of("CUSTOM_GOLD"), List.of(), List.of())))
        .containsExactlyInAnyOrder(gold.id(), raid.id());
    assertThat(fitting(demand(List.of("CUSTOM_GOLD", "CUSTOM_X"), List.of(), List.of()))).isEmpty();
    assertThat(fitting(demand(List.of(), List.of("CUSTOM_RAID"), List.of())))
        .as("a trait whose name begins or ends with another is another")
        .containsExactly(raid.id());
    assertThat(fitting(demand(List.of(), List.of(), List.of("CUSTOM_RAID"))))
        .containsExactlyInAnyOrder(plain.id(), gold.id(), longer.id());

    Demand wanted = demand(List.of("CUSTOM_GOLD"), List.of("CUSTOM_RAID"), List.of());
    assertThat(stage().nodes().claim(gold.id(), Samples.occupant(), wanted)).isFalse();
    assertThat(stage().nodes().claim(raid.id(), Samples.occupant(), wanted)).isTrue();
    Demand without = demand(List.of(), List.of(), List.of("CUSTOM_RAID_10"));
    assertThat(stage().nodes().claim(longer.id(), Samples.occupant(), without)).isFalse();
  }
}
