package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.contract.store.Samples;
import org.novabm.store.schema.Schema;
import org.novabm.store.schema.SchemaException;
import org.novabm.store.secret.SealedJson;
import org.novabm.store.secret.SecretBox;

interface LegacyContract extends OnDatabase {

  String NODES =
      """
      create table bm_nodes (
        created_at datetime, updated_at datetime, deleted_at datetime, deleted tinyint(1),
        id integer not null auto_increment, cpus integer, memory_mb integer, local_gb integer,
        pm_address varchar(255), pm_user varchar(255), pm_password varchar(255),
        service_host varchar(255), instance_uuid varchar(36), instance_name varchar(255),
        task_state varchar(255), terminal_port integer, image_path varchar(255),
        pxe_config_path varchar(255), deploy_key varchar(255), root_mb integer, swap_mb integer,
        ephemeral_mb integer, preserve_ephemeral tinyint(1) default 0, uuid varchar(36),
        primary key (id)
      ) engine=InnoDB default charset=utf8
      """;
  String INTERFACES =
      """
      create table bm_interfaces (
        created_at datetime, updated_at datetime, deleted_at datetime, deleted tinyint(1),
        id integer not null auto_increment, bm_node_id integer, address varchar(255),
        datapath_id varchar(255), port_no integer, vif_uuid varchar(36),
        primary key (id), unique (address), unique (vif_uuid)
      ) engine=InnoDB default charset=utf8
      """;
  String VERSION =
      "create table migrate_version (repository_id varchar(250), repository_path text, version integer)";
  String BUSY = "1be26c0b-03f2-4d2e-ae87-c02d7f33c123";
  String INSTANCE = "2be26c0b-03f2-4d2e-ae87-c02d7f33c123";

  private static void makeOld(HikariDataSource pool, int version) {
    for (String sql : List.of(NODES, INTERFACES, VERSION)) {
      Stage.run(pool, sql);
    }
    Stage.run(pool, "insert into migrate_version values ('nova_bm', '/x', " + version + ")");
    insert(pool, "1, 'first secret', '" + BUSY + "', '" + INSTANCE + "', 0");
    insert(pool, "2, 'second secret', null, null, 0");
    insert(
        pool, "3, 'deleted secret', '3be26c0b-03f2-4d2e-ae87-c02d7f33c123', '" + INSTANCE + "', 1");
    Stage.run(
        pool,
        "insert into bm_interfaces (deleted, bm_node_id, address) values (0, 1, 'AA-BB-CC-00-00-01')");
    Stage.run(
        pool, "insert into bm_interfaces (deleted, bm_node_id, address) values (0, 2, 'none')");
  }

  private static void insert(HikariDataSource pool, String values) {
    Stage.run(
        pool,
        "insert into bm_nodes (id, pm_password, uuid, instance_uuid, deleted, created_at, cpus,"
            + " memory_mb, local_gb, pm_address, pm_user, service_host, task_state) values ("
            + values
            + ", '2014-05-01 10:00:00', 4, 4096, 40, '10.0.0.9', 'root', 'compute1', 'active')");
  }

  @Test
  default void oldDatabaseIsTakenOverWithItsRows() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      Schema schema = new Schema(pool);
      List<String> lines = new ArrayList<>();
      assertThat(schema.version()).isZero();
      schema.sync(null, stage().box(), lines::add);

      assertThat(lines)
          .containsExactly(
              "took over the nova_bm database of an old Nova",
              "applied 2 novabm",
              "applied 3 one node a port",
              "applied 4 power on record",
              "applied 5 who a machine is",
              "applied 6 whose work it is",
              "applied 7 one node a bmc",
              "applied 8 helpers that are there",
              "applied 9 nodes instances tasks",
              "applied 10 who acts for which host",
              "applied 11 what an operator says",
              "applied 12 nodes on offer",
              "applied 13 jobs of deployers",
              "applied 14 wakeups",
              "1 nodes had no uuid and were given one",
              "row 2 of bm_interfaces is not used until it is mended: 'none' is not a MAC address of"
                  + " the form xx:xx:xx:xx:xx:xx",
              "1 MAC addresses are in lower case and with colons now",
              "2 passwords stood in clear and are encrypted now",
              "instance "
                  + INSTANCE
                  + " of an old driver is on node 1; it can be stopped, started,"
                  + " rebooted and destroyed",
              "nodes [1, 2] have one BMC (10.0.0.9): what is done to the one is done to the"
                  + " others; delete those whose address is wrong",
              "the schema is at version 14");
      assertThat(Stage.column(pool, "select pm_password from bm_nodes")).containsOnly("");
      assertThat(Stage.column(pool, "select live_instance from bm_nodes order by id"))
          .containsExactly(INSTANCE, "null", "null");
      assertThat(Stage.column(pool, "select count(*) from secrets where kind = 'NODE'"))
          .containsExactly("2");
      assertThat(Stage.column(pool, "select uuid from bm_nodes where uuid is null")).isEmpty();
      assertThat(Stage.column(pool, "select address from bm_interfaces order by id"))
          .containsExactly("aa:bb:cc:00:00:01", "none");
      assertThat(Stage.column(pool, "select version from migrate_version")).containsExactly("10");
      lines.clear();
      schema.sync(null, stage().box(), lines::add);
      assertThat(lines).hasSize(4).last().isEqualTo("the schema is at version 14");
    }
  }

  /** Grizzly's migration 006 moved each node's boot card into a table of its own this way. */
  @Test
  default void rowsWithTwoColumnsHideNothing() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      Stage.run(
          pool, "insert into bm_interfaces (bm_node_id, address) values (2, '52:54:00:0a:00:11')");
      List<String> lines = new ArrayList<>();
      new Schema(pool).sync(null, stage().box(), lines::add);

      assertThat(lines).contains("1 rows did not say whether they are deleted, and are not");
      assertThat(Stage.column(pool, "select deleted from bm_interfaces"))
          .hasSize(3)
          .doesNotContain("null");
    }
  }

  @Test
  default void cardsOfDeletedNodesAreRemoved() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      for (String card :
          List.of("0, 3, '52:54:00:0c:00:01'", "1, 2, '52:54:00:0c:00:02'", "0, 9, 'no node'")) {
        Stage.run(
            pool, "insert into bm_interfaces (deleted, bm_node_id, address) values (" + card + ")");
      }
      List<String> lines = new ArrayList<>();
      new Schema(pool).sync(null, stage().box(), lines::add);

      assertThat(lines)
          .contains(
              "3 network cards of deleted nodes are removed, and their MAC addresses are free again");
      assertThat(Stage.column(pool, "select address from bm_interfaces order by id"))
          .containsExactly("aa:bb:cc:00:00:01", "none");
    }
  }

  @Test
  default void oneAddressInTwoFormsIsRefusedAndNothingIsChanged() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      Stage.run(
          pool,
          "insert into bm_interfaces (deleted, bm_node_id, address)"
              + " values (0, 2, 'aa:bb:cc:00:00:01')");

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessage(
              "rows 1 (node 1) and 3 (node 2) of bm_interfaces are both aa:bb:cc:00:00:01; delete"
                  + " the one that is wrong, then run db sync again. Nothing was changed");
      assertThat(new Schema(pool).version()).isZero();
      assertThat(Stage.column(pool, "select pm_password from bm_nodes where id = 1"))
          .containsExactly("first secret");
    }
  }

  @Test
  default void aUuidThatIsNoneIsNamed() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      insert(pool, "4, '', 'rack 7', null, 0");

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("uuid of node 4 is 'rack 7', which is no uuid");
    }
  }

  @Test
  default void anotherKeyIsRefused(@TempDir Path folder) {
    SecretBox other = new SecretBox(folder.resolve("other"));
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      schema.sync(null, stage().box(), line -> {});
      assertThatThrownBy(() -> schema.requireKey(other))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("encrypted with another key")
          .hasMessageContaining("all hosts on one database need the same key file");
      schema.requireKey(stage().box());

      // a database of before that row was
      makeSecretsOfOld(pool);
      assertThatThrownBy(() -> schema.requireKey(other)).isInstanceOf(SchemaException.class);
      schema.requireKey(stage().box());
      assertThat(Stage.column(pool, "select count(*) from secrets where kind = 'KEY'"))
          .containsExactly("1");
    }
  }

  /** Somebody copied a row between databases, or restored half of one. */
  @Test
  default void aForeignRowAmongOthersIsNoOtherKey(@TempDir Path folder) {
    SecretBox other = new SecretBox(folder.resolve("other"));
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      schema.sync(null, stage().box(), line -> {});
      makeSecretsOfOld(pool);
      insertSecret(pool, 3, other);
      insertSecret(pool, 9, other);
      schema.requireKey(stage().box());

      Stage.run(pool, "delete from secrets where owner_id in (0, 7)");
      assertThatThrownBy(() -> schema.requireKey(stage().box()))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("node/3 cannot be decrypted");
    }
  }

  /** Which of them is wrong is the operator's to say; a third one is refused meanwhile. */
  @Test
  default void nodesThatShareABmcAreNamedAndLeftAsTheyAre() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      insert(pool, "4, '', null, null, 0");
      Stage.run(pool, "update bm_nodes set pm_address = '10.0.0.8' where id = 1");
      Stage.run(pool, "update bm_nodes set pm_address = '10.0.0.9:623' where id = 4");
      List<String> lines = new ArrayList<>();
      Schema schema = new Schema(pool);
      schema.sync(null, stage().box(), line -> {});
      schema.sync(null, stage().box(), lines::add);

      assertThat(lines)
          .filteredOn(line -> line.contains("BMC"))
          .singleElement()
          .asString()
          .startsWith("nodes [2, 4] have one BMC (10.0.0.9): ");
      assertThat(Stage.column(pool, "select id from bm_nodes where deleted = 0 order by id"))
          .containsExactly("1", "2", "4");
      Stage.run(pool, "update bm_nodes set deleted = 1 where id = 2");
      lines.clear();
      schema.sync(null, stage().box(), lines::add);
      assertThat(lines).noneMatch(line -> line.contains("BMC"));
      assertThat(Stage.column(pool, "select node_id from node_bmcs where bmc = '10.0.0.9 623'"))
          .containsExactly("4");
    }
  }

  private void makeSecretsOfOld(HikariDataSource pool) {
    Stage.run(pool, "delete from secrets");
    insertSecret(pool, 7, stage().box());
  }

  private static void insertSecret(HikariDataSource pool, long node, SecretBox box) {
    byte[] sealed = box.seal(new byte[] {1}, "node/" + node);
    Stage.run(
        pool,
        "insert into secrets (kind, owner_id, sealed) values ('NODE', %d, x'%s')"
            .formatted(node, HexFormat.of().formatHex(sealed)));
  }

  /** A deployment as the version before tasks kept it. */
  private void deployment(DataSource pool, String id, String instance, String state, String live) {
    byte[] sealed =
        new SealedJson(stage().box())
            .seal(Samples.request(UUID.fromString(instance)), "deployment/" + id);
    Stage.run(
        pool,
        """
        insert into deployments (id, instance_uuid, live_instance, state, asked, node_id, step, attempt,
          since, created_at, undo_failed, version, request)
        values ('%s', '%s', %s, '%s', 'NOTHING', 7, 14, 1, '2026-01-02 03:04:05', '%s', 0, 9, x'%s')
        """
            .formatted(
                id,
                instance,
                live,
                state,
                live.equals("null") ? "2026-01-01 00:00:00" : "2026-01-02 00:00:00",
                HexFormat.of().formatHex(sealed)));
  }

  @Test
  default void deploymentsBecomeInstancesAndTheTasksThatMadeThem() {
    String up = "00000000-0000-4000-8000-00000000000a";
    String held = "00000000-0000-4000-8000-00000000000b";
    try (HikariDataSource pool = stage().another()) {
      new Schema(pool).sync(8, stage().box(), line -> {});
      deployment(pool, "10000000-0000-4000-8000-000000000001", up, "FAILED", "null");
      deployment(pool, "10000000-0000-4000-8000-000000000002", up, "ACTIVE", "'" + up + "'");
      deployment(pool, "10000000-0000-4000-8000-000000000003", held, "ERROR", "'" + held + "'");
      Stage.run(
          pool,
          """
          insert into deployment_steps (deployment, step, state, status, attempt, started, ended, note)
          values ('10000000-0000-4000-8000-000000000002', 14, 'STARTING_INSTANCE', 'DONE', 1,
            '2026-01-02 03:04:05', '2026-01-02 03:04:06', 'power is ON')
          """);

      new Schema(pool).sync(null, stage().box(), line -> {});

      assertThat(
              Stage.column(
                  pool,
                  "select uuid, state, deployed_by from instances where is_over = false order by uuid"))
          .containsExactly(
              up,
              "ACTIVE",
              "10000000-0000-4000-8000-000000000002",
              held,
              "ERROR",
              "10000000-0000-4000-8000-000000000003");
      assertThat(Stage.column(pool, "select outcome from tasks order by id"))
          .containsExactly("FAILED", "DONE", "HELD");
      assertThat(Stage.column(pool, "select note from task_steps")).containsExactly("power is ON");
      assertThat(Stage.column(pool, "select cast(launched_at as char(19)) from instances"))
          .contains("2026-01-02 03:04:06");
    }
  }

  @Test
  default void whatIsUnderWayIsNamedAndNothingIsChanged() {
    String busy = "00000000-0000-4000-8000-00000000000c";
    try (HikariDataSource pool = stage().another()) {
      new Schema(pool).sync(8, stage().box(), line -> {});
      deployment(
          pool, "10000000-0000-4000-8000-000000000004", busy, "WRITING_IMAGE", "'" + busy + "'");
      Schema schema = new Schema(pool);
      assertThatThrownBy(() -> schema.sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining(busy + " (WRITING_IMAGE, NOTHING)");
      assertThat(schema.version()).isEqualTo(8);
    }
  }

  @Test
  default void oldDatabaseOfAnEarlierVersionIsRefused() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 8);

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("at version 8 and must be at 10");
    }
  }

  @Test
  default void oldDatabaseWithoutAColumnIsRefused() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      Stage.run(pool, "alter table bm_nodes drop column ephemeral_mb");

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("bm_nodes lacks the columns [ephemeral_mb]");
      assertThat(Stage.column(pool, "select pm_password from bm_nodes where id = 1"))
          .containsExactly("first secret");
    }
  }

  @Test
  default void instanceOnTwoOldNodesIsRefused() {
    try (HikariDataSource pool = stage().another()) {
      makeOld(pool, 10);
      insert(pool, "4, '', null, '" + INSTANCE + "', 0");

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining(INSTANCE + " is on node 1 and on node 4");
    }
  }
}
