package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.store.schema.Schema;
import org.novabm.store.schema.SchemaException;

interface SchemaContract extends OnDatabase {

  @Test
  default void emptyDatabaseIsMadeStepByStep() {
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      List<String> lines = new ArrayList<>();
      assertThat(schema.version()).isZero();
      assertThat(schema.pending())
          .containsExactly(
              "1 nova bm",
              "2 novabm",
              "3 one node a port",
              "4 power on record",
              "5 who a machine is",
              "6 whose work it is",
              "7 one node a bmc",
              "8 helpers that are there",
              "9 nodes instances tasks",
              "10 who acts for which host",
              "11 what an operator says",
              "12 nodes on offer",
              "13 jobs of deployers",
              "14 wakeups");

      schema.sync(1, stage().box(), lines::add);
      assertThat(schema.version()).isEqualTo(1);
      assertThat(schema.pending())
          .containsExactly(
              "2 novabm",
              "3 one node a port",
              "4 power on record",
              "5 who a machine is",
              "6 whose work it is",
              "7 one node a bmc",
              "8 helpers that are there",
              "9 nodes instances tasks",
              "10 who acts for which host",
              "11 what an operator says",
              "12 nodes on offer",
              "13 jobs of deployers",
              "14 wakeups");
      schema.sync(null, stage().box(), lines::add);
      assertThat(schema.version()).isEqualTo(schema.latest()).isEqualTo(14);
      schema.sync(null, stage().box(), lines::add);
      assertThat(lines)
          .containsExactly(
              "applied 1 nova bm",
              "the schema is at version 1",
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
              "the schema is at version 14",
              "the schema is at version 14");
    }
  }

  private static void order(HikariDataSource pool, String deployment, String phase) {
    Stage.run(
        pool,
        """
        insert into deploy_orders (deployment, payload, phase, bytes, total, version)
        values ('%s', x'00', '%s', 0, 0, 1)
        """
            .formatted(deployment, phase));
  }

  private static void task(HikariDataSource pool, String id, String outcome) {
    Stage.run(
        pool,
        """
        insert into tasks (id, verb, from_state, created_at, plan, direction, step, reach, line,
          attempt, since, node_id, held, outcome, version)
        values ('%s', 'DEPLOY', 'AVAILABLE', '2026-01-01 00:00:00', '[]', 'FORWARD', 8, 8, 8, 1,
          '2026-01-01 00:00:00', 7, 0, %s, 1)
        """
            .formatted(id, outcome));
  }

  @Test
  default void machinesThatAreBeingWrittenAreNamedAndNothingIsChanged() {
    String busy = "10000000-0000-4000-8000-000000000001";
    String over = "10000000-0000-4000-8000-000000000002";
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      schema.sync(12, stage().box(), line -> {});
      task(pool, busy, "null");
      task(pool, over, "'FAILED'");
      order(pool, busy, "WRITING");
      order(pool, over, "FAILED");

      assertThatThrownBy(() -> schema.sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("task " + busy + " (DEPLOY of instance null on node 7); start that")
          .hasMessageNotContaining(over);
      assertThat(schema.version()).isEqualTo(12);
      assertThat(Stage.column(pool, "select count(*) from deploy_orders")).containsExactly("2");

      Stage.run(pool, "update tasks set outcome = 'DONE'");
      schema.sync(null, stage().box(), line -> {});
      assertThat(Stage.column(pool, "select count(*) from deploy_jobs")).containsExactly("0");
    }
  }

  @Test
  default void wayBackAndUnknownVersionsAreRefused() {
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      schema.sync(null, stage().box(), line -> {});

      assertThatThrownBy(() -> schema.sync(1, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("cannot go back to 1");
      assertThatThrownBy(() -> schema.sync(99, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("no version 99");
    }
  }

  @Test
  default void schemaOfALaterProgramIsRefused() {
    try (HikariDataSource pool = stage().another()) {
      Schema schema = new Schema(pool);
      schema.sync(null, stage().box(), line -> {});
      Stage.run(
          pool,
          """
          insert into flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by,
             execution_time, success)
          values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)
          """);

      assertThatThrownBy(() -> schema.sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("at version 9999");
    }
  }

  @Test
  default void strangersTablesAreRefused() {
    try (HikariDataSource pool = stage().another()) {
      Stage.run(pool, "create table customers (id int)");

      assertThatThrownBy(() -> new Schema(pool).sync(null, stage().box(), line -> {}))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("not ours (customers)");
    }
  }
}
