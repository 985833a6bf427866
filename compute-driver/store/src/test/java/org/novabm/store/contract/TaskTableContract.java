package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.JournalContract;
import org.novabm.contract.store.Samples;
import org.novabm.contract.store.SwitchStoreContract;
import org.novabm.contract.store.TaskStoreContract;
import org.novabm.device.PowerRecord;
import org.novabm.journal.Notice;
import org.novabm.node.Node;
import org.novabm.task.Task;
import org.novabm.task.Writes;

/** Tasks and what goes with them as rows: whose they are, and what their columns hold. */
interface TaskTableContract extends OnDatabase {

  @Test
  default void timesAreKeptInUtc() {
    stage().tasks().begin(Samples.spawn());

    assertThat(stage().query("select cast(created_at as char(26)) from tasks"))
        .containsExactly("2026-03-29 01:30:00.123456");
    assertThat(stage().query("select host from wakeups")).containsExactly("compute1");
  }

  @Test
  default void aTaskIsTheWorkOfWhoOwnsTheNode() {
    Node node = stage().nodes().add(Samples.node());
    stage().execute("update bm_nodes set service_host = 'compute2' where id = " + node.id());
    stage().tasks().begin(Writes.of(TaskStoreContract.manage(node.id())));
    assertThat(stage().query("select host from tasks")).containsExactly("compute2");
    assertThat(stage().query("select host from wakeups")).containsExactly("compute2");
  }

  @Test
  default void longReasonsLoseTheirEndOnly() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    Task task = begun.task();
    Task long_ = task.with(task.standing().because("ü".repeat(5000)));
    Task written =
        stage()
            .tasks()
            .save(TaskStoreContract.lines(long_, TaskStoreContract.line(1, "🙂".repeat(1500))));

    assertThat(written.standing().reason()).hasSize(2000).endsWith("ü…");
    assertThat(stage().tasks().find(task.id())).isEqualTo(written);
    assertThat(stage().tasks().timeline(task.id()).getFirst().note()).endsWith("🙂…");
  }

  @Test
  default void anotherHostsMessageIsAnother() {
    stage()
        .execute(
            "insert into received_messages (unique_id, host, method, body, received_at, handled)"
                + " values ('one', 'compute2', 'm', null, '2020-01-01 00:00:00', 0)");
    assertThat(stage().journal().pending(Samples.NOW.plusSeconds(1), 10)).isEmpty();
    assertThat(stage().journal().append(JournalContract.entry("one", Samples.NOW))).isTrue();
    stage().journal().handled("one");
    assertThat(stage().query("select handled from received_messages where host = 'compute2'"))
        .containsAnyOf("0", "false");
  }

  @Test
  default void aLongReasonLosesItsEnd() {
    stage().power().write(new PowerRecord(1, null, "x".repeat(3000), Samples.NOW));
    assertThat(stage().power().between(1, 1).get(1L).trouble()).hasSize(2000).endsWith("…");
  }

  @Test
  default void thePasswordOfASwitchGoesWithIt() {
    var first = stage().switches().add(SwitchStoreContract.sample("10.1.0.1"));
    var second = stage().switches().add(SwitchStoreContract.sample("10.1.0.2"));
    stage().switches().delete(first.id());

    assertThat(stage().query("select owner_id from secrets where kind = 'SWITCH'"))
        .containsExactly(String.valueOf(second.id()));
  }

  @Test
  default void whatIsDueAndWhatIsToBeToldIsSignalledWhenItIsOnRecord() {
    AtomicInteger due = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    Writes begun = Samples.spawn();
    Task task = begun.task();
    List<Notice> notices =
        List.of(new Notice("a.start", task.instance(), Samples.NOW, "building", "", null));
    stage().due().onRing(due::incrementAndGet);
    stage().told().onRing(told::incrementAndGet);

    stage().tasks().begin(begun.telling(notices));
    assertThat(List.of(due.get(), told.get())).as("begun").containsExactly(1, 1);
    stage().tasks().begin(begun.telling(notices));
    assertThat(List.of(due.get(), told.get())).as("refused").containsExactly(1, 1);
    Task saved = stage().tasks().save(Writes.of(task));
    assertThat(List.of(due.get(), told.get())).as("nothing new").containsExactly(1, 1);
    stage().tasks().interrupt(Writes.of(saved).telling(notices));
    assertThat(List.of(due.get(), told.get())).as("interrupted").containsExactly(2, 2);
    stage().tasks().save(Writes.of(saved).telling(notices));
    assertThat(List.of(due.get(), told.get())).as("lost").containsExactly(2, 2);
  }
}
