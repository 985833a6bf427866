package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.contract.store.NodeDetailsContract;
import org.novabm.contract.store.Samples;
import org.novabm.instance.InstanceRequest;
import org.novabm.node.ClaimOutcome;
import org.novabm.node.Demand;
import org.novabm.node.Hold;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeOffer;
import org.novabm.node.NodePool;

/** Details and holds of nodes as rows, also as others wrote them. */
interface DetailsTableContract extends OnDatabase {

  Hold HELD = Hold.placed("operator", "10.0.0.1", "a disk is replaced", Samples.NOW, null);

  private Node found(Node node) {
    return Objects.requireNonNull(stage().nodes().find(node.id()));
  }

  private List<Long> fitting() {
    Demand small = Demand.ofSize(1, 1, 1);
    return stage().nodes().fitting("compute1", small, 9).stream().map(NodeOffer::id).toList();
  }

  @Test
  default void emptyColumnsSayNothing() {
    Node node = stage().nodes().add(Samples.node());
    Node other = stage().nodes().add(Samples.node());
    stage().execute("insert into node_details (node_id) values (" + node.id() + ")");
    stage()
        .execute(
            "insert into node_details (node_id, resource_class, custom_class, traits, properties,"
                + " root_device, retired_reason, protected_reason) values ("
                + other.id()
                + ", '', '', ' ', '', '', '', '')");
    assertThat(found(node).details()).isEqualTo(NodeDetails.NONE);
    assertThat(found(other).details()).isEqualTo(NodeDetails.NONE);
    assertThat(fitting()).hasSize(2);
    stage()
        .execute(
            "update node_details set retired = true, is_protected = true, retired_reason = null");
    assertThat(found(node).details().retiredText()).isEqualTo("retired");
    assertThat(found(other).details().protectedText()).isEqualTo("protected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root_device = '{\"size\": \"huge\"}'",
        "root_device = '{\"serial\": '",
        "root_device = '{\"colour\": \"red\"}'",
        "properties = '[1]'",
        "traits = 'lower case'",
        "resource_class = 'two words'"
      })
  default void detailsThatNobodyUnderstandsTakeTheirNodeOutAndNoOther(String set) {
    Node bad = stage().nodes().add(Samples.node());
    Node good = stage().nodes().add(Samples.node());
    stage().execute("insert into node_details (node_id) values (" + bad.id() + ")");
    stage().execute("update node_details set " + set);
    assertThat(stage().nodes().list(0, 9)).extracting(Node::id).containsExactly(good.id());
    assertThat(stage().nodes().find(bad.id())).isNull();
    assertThat(stage().nodes().claim(bad.id(), Samples.occupant())).isFalse();
    assertThat(stage().query("select instance_uuid from bm_nodes where id = " + bad.id()))
        .containsExactly("null");
    NodePool pool =
        new NodePool(stage().nodes(), stage().holds(), "compute1", NodePool.Admission.OPEN);
    InstanceRequest request = Objects.requireNonNull(Samples.spawn().instance()).request();
    assertThat(pool.claim(request, List.of()))
        .isInstanceOfSatisfying(
            ClaimOutcome.Claimed.class,
            claimed -> assertThat(claimed.node().id()).isEqualTo(good.id()));
  }

  @Test
  default void rowsOfDetailsGoWithTheirNode() {
    Node node = stage().nodes().add(Samples.node().with(NodeDetailsContract.WHOLE));
    stage().nodes().delete(node.id(), true);
    assertThat(stage().query("select * from node_details")).isEmpty();
  }

  @Test
  default void rowsOfHoldsGoWithTheirNodeAndNoneComeBehindIt() {
    Node node = stage().nodes().add(Samples.node());
    stage().holds().place(node.id(), HELD);
    stage().nodes().delete(node.id(), false);
    assertThat(stage().query("select * from node_holds")).isEmpty();
    assertThat(stage().holds().place(node.id(), HELD)).isNull();
    assertThat(stage().query("select * from node_holds")).isEmpty();
  }

  @Test
  default void emptyTextsInARowHoldTheNodeAndHideNothing() {
    Node node = stage().nodes().add(Samples.node());
    stage()
        .execute(
            "insert into node_holds (node_id, name, placed_by, reason, since_at) values ("
                + node.id()
                + ", '', '', '', '2026-01-01 00:00:00')");
    assertThat(stage().holds().of(node.id()))
        .extracting(Hold::reason)
        .containsExactly("no reason is on record");
    assertThat(stage().nodes().list(0, 9)).hasSize(1);
    assertThat(stage().nodes().claim(node.id(), Samples.occupant(), Demand.ofSize(1, 1, 1)))
        .isFalse();
    assertThat(stage().holds().release(node.id(), "")).isTrue();
  }

  @Test
  default void aNodeOfWhichNothingIsSaidAnyMoreHasNoRow() {
    Node node = stage().nodes().add(Samples.node().with(NodeDetailsContract.WHOLE));
    stage().nodes().update(found(node).with(NodeDetails.NONE));
    assertThat(stage().query("select * from node_details")).isEmpty();
  }
}
