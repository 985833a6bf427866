package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.NodeStoreContract;
import org.novabm.contract.store.NodeUpdateContract;
import org.novabm.contract.store.Samples;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.DuplicateException;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;

/** Nodes as rows: sealed passwords, and what old tools write and leave behind. */
interface NodeTableContract extends OnDatabase {

  private Node found(Node node) {
    return stage().nodes().find(node.id());
  }

  private Node update(Node node) {
    return stage().nodes().update(node);
  }

  private Node with(Node it, String password) {
    return Objects.requireNonNull(stage().nodes().update(it, Secret.of(password)));
  }

  private String password(Node it) {
    return stage().secrets().open(it.id()).password().reveal();
  }

  @Test
  default void aBmcOfANodeThatAnOldToolAddedOrDeletedIsKnown() {
    stage()
        .execute(
            """
            insert into bm_nodes (created_at, deleted, cpus, memory_mb, local_gb, pm_address, pm_user,
              pm_password, service_host, uuid)
            values ('2014-05-01 10:00:00', 0, 4, 4096, 40, '10.9.0.1', 'root', '', 'compute1',
              '1be26c0b-03f2-4d2e-ae87-c02d7f33c123')
            """);
    Node second = NodeStoreContract.with(new BmcEndpoint("10.9.0.1", 623, "other"), null);
    assertThatThrownBy(() -> stage().nodes().add(second)).hasMessageContaining("is that of node");
    stage().execute("update bm_nodes set deleted = 1");
    stage().nodes().add(second);
    stage().execute("update bm_nodes set deleted = 1");
    assertThat(stage().nodes().add(NodeStoreContract.with(second.power(), null)).id()).isPositive();
  }

  @Test
  default void aPasswordIsReplacedAndStaysWhereItIsAsItWas() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    String before = sealed(node);
    Node grown = update(NodeUpdateContract.sized(node, 9));
    assertThat(sealed(node)).isEqualTo(before);

    Node replaced = with(grown, "another password");
    assertThat(password(node)).isEqualTo("another password");
    assertThat(sealed(node)).isNotEqualTo(before);
    assertThat(stage().everything()).noneMatch(value -> value.contains("another password"));
    assertThat(password(with(replaced, ""))).isEmpty();
    assertThat(stage().query("select owner_id from secrets where kind = 'NODE'")).isEmpty();
  }

  @Test
  default void ofManyThatCannotBeStoredNoPasswordIsKept() {
    Node owner = stage().nodes().add(Samples.node());
    NewNode good = new NewNode(Samples.node(), Secret.of("x"));
    NewNode bad = new NewNode(NodeStoreContract.with(owner.power(), null), Secret.of("x"));
    assertThatThrownBy(() -> stage().nodes().addAll(List.of(good, bad)))
        .isInstanceOf(DuplicateException.class);
    assertThat(stage().query("select owner_id from secrets where kind = 'NODE'")).isEmpty();
  }

  @Test
  default void aPasswordThatCannotBeReadJustNowIsNotLostByAChangeOfSomethingElse() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    stage().execute("update secrets set sealed = x'00' where kind = 'NODE'");
    assertThatThrownBy(() -> stage().secrets().open(node.id()))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContainingAll(
            "node " + node.id(), "cannot be read", "give it the password again");

    assertThat(update(NodeUpdateContract.sized(found(node), 9)).capacity().cpus()).isEqualTo(9);
    assertThat(stage().query("select owner_id from secrets where kind = 'NODE'")).hasSize(1);
  }

  @Test
  default void aNodeOfAnOldToolIsChangedLikeOthers() {
    stage()
        .execute(
            """
            insert into bm_nodes (created_at, deleted, cpus, memory_mb, local_gb, pm_address, pm_user,
              pm_password, service_host, uuid)
            values ('2014-05-01 10:00:00', 0, null, 4096, 40, '10.9.6.1', 'root', 'legacy clear',
              'compute1', '1be26c0b-03f2-4d2e-ae87-c02d7f33c123')
            """);
    Node old = stage().nodes().list(0, 1).getFirst();
    Node grown = update(NodeUpdateContract.sized(old, 8));
    assertThat(grown.power()).isEqualTo(old.power());
    assertThat(password(old)).isEqualTo("legacy clear");

    with(NodeUpdateContract.at(grown, "10.9.6.2"), "a new one");
    assertThat(stage().everything()).noneMatch(value -> value.contains("legacy clear"));
    assertThat(password(old)).isEqualTo("a new one");
    assertThat(found(old).power().address()).isEqualTo("10.9.6.2");
    assertThat(stage().nodes().add(NodeUpdateContract.at(Samples.node(), "10.9.6.1")).id())
        .isPositive();
    assertThatThrownBy(() -> stage().nodes().add(NodeUpdateContract.at(Samples.node(), "10.9.6.2")))
        .hasMessageContaining("is that of node " + old.id());
  }

  private String sealed(Node node) {
    return stage()
        .query("select sealed from secrets where kind = 'NODE' and owner_id = " + node.id())
        .getFirst();
  }

  @Test
  default void theRowOfADeletedNodeStaysAndIsMarked() {
    Node node = stage().nodes().add(Samples.node());
    stage().nodes().delete(node.id(), false);

    assertThat(stage().query("select deleted_at is not null, instance_uuid from bm_nodes"))
        .hasSize(2)
        .doesNotContain("false", "0");
  }
}
