package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.contract.store.SwitchStoreContract;
import org.novabm.journal.JournalEntry;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;

interface SecrecyContract extends OnDatabase {

  String CLEAR = "legacy clear text";

  @Test
  default void noSecretStandsInTheDatabaseInClear() {
    stage().nodes().add(Samples.node(), Samples.PASSWORD);
    stage().switches().add(SwitchStoreContract.sample("10.1.0.1"));
    stage().tasks().begin(Samples.spawn());
    stage()
        .jobs()
        .put(JobBookContract.order(UUID.randomUUID(), Samples.mac()), JobBookContract.PREPARED);
    stage()
        .journal()
        .append(new JournalEntry("1", "m", "{\"admin_password\":\"message secret\"}", Samples.NOW));

    List<String> everything = stage().everything();
    assertThat(everything).contains("admin", "netconf", "DEPLOY").hasSizeGreaterThan(50);
    for (String secret :
        List.of(
            "bmc password",
            "switch password",
            "dXNlciBkYXRh",
            "config drive secret",
            "Y29uZmlnIGRyaXZl",
            "image+signature",
            "message secret")) {
      assertThat(everything).noneMatch(value -> value.contains(secret));
    }
  }

  @Test
  default void handledMessageIsNotKept() {
    stage().journal().append(new JournalEntry("1", "m", "{}", Samples.NOW));
    stage().journal().handled("1");

    assertThat(stage().query("select body from received_messages")).containsExactly("null");
  }

  @Test
  default void clearTextPasswordOfAnOldToolIsUsedAndTakenInAtTheClaim() {
    stage()
        .execute(
            """
            insert into bm_nodes (created_at, deleted, cpus, memory_mb, local_gb, pm_address, pm_user,
              pm_password, service_host, uuid)
            values ('2014-05-01 10:00:00', 0, 4, 4096, 40, '10.0.0.9', 'root', '%s', 'compute1',
              '1be26c0b-03f2-4d2e-ae87-c02d7f33c123')
            """
                .formatted(CLEAR));
    Node node = stage().nodes().list(0, 1).getFirst();
    assertThat(stage().secrets().open(node.id()).password().reveal()).isEqualTo(CLEAR);
    assertThat(node.power().display()).isEqualTo("10.0.0.9");

    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isTrue();
    assertThat(stage().everything()).noneMatch(value -> value.contains(CLEAR));
    assertThat(stage().secrets().open(node.id()).password().reveal()).isEqualTo(CLEAR);
  }

  @Test
  default void passwordOfADeletedNodeIsGone() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    stage().nodes().delete(node.id(), false);

    assertThat(stage().query("select owner_id from secrets where kind <> 'KEY'")).isEmpty();
    assertThatThrownBy(() -> stage().secrets().open(node.id()))
        .hasMessageContaining("is not registered any more");
  }

  @Test
  default void thePasswordIsOpenedTogetherWithWhereItBelongs() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    assertThat(stage().secrets().open(node.id())).isEqualTo(node.power().with(Samples.PASSWORD));
    Node other = stage().nodes().add(Samples.node());
    assertThat(stage().secrets().open(other.id()).password().isEmpty()).isTrue();
  }

  /** They could not be decrypted there, and nobody would see it. */
  @Test
  default void whoReadsNodesDoesNotEvenReadTheirPasswords() {
    Node node = stage().nodes().add(Samples.node(), Samples.PASSWORD);
    Occupant occupant = Samples.occupant();
    stage().execute("alter table secrets rename to hidden");
    try {
      NodeStore nodes = stage().nodes();
      assertThat(nodes.list(0, 10)).hasSize(1);
      assertThat(nodes.find(node.id())).isNotNull();
      assertThat(nodes.findByUuid(node.uuid())).isNotNull();
      assertThat(nodes.findByMac(node.macs().getFirst())).isNotNull();
      assertThat(nodes.fitting("compute1", 1, 1, 1, 5)).hasSize(1);
      assertThat(nodes.claim(node.id(), occupant)).isTrue();
      assertThat(nodes.findByInstance(occupant.instance())).isNotNull();
      assertThat(nodes.update(nodes.find(node.id()))).isNotNull();
    } finally {
      stage().execute("alter table hidden rename to secrets");
    }
  }
}
