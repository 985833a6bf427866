package org.novabm.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.contract.store.Samples;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.Notice;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.novabm.service.TakenOver;
import org.novabm.spi.deploy.JobState;
import org.novabm.task.Cursor;
import org.novabm.task.StepRecord;
import org.novabm.task.StepRecord.Status;
import org.novabm.task.Task;
import org.novabm.task.Writes;

/** Who acts for which host, and what changes hands. */
interface ServiceContract extends OnDatabase {

  Duration LEASE = Duration.ofMillis(1500);

  static ServiceProcess process() {
    Instant began = Instant.parse("2026-03-29T01:30:00.123Z");
    return new ServiceProcess(UUID.randomUUID(), "elsewhere", 7, began, "1.0", Samples.NOW);
  }

  private ServiceRecord acting(String host) {
    assertThat(stage().services().take(host, null, process(), LEASE)).isTrue();
    return stage().services().find(host);
  }

  @Test
  default void aProcessIsReadAsItWasWritten() {
    ServiceProcess process = process();
    assertThat(stage().services().find("compute1")).isNull();
    assertThat(stage().services().take("compute1", null, process, LEASE)).isTrue();

    ServiceRecord read = stage().services().find("compute1");

    assertThat(read.process()).isEqualTo(process);
    assertThat(read.lease()).isEqualTo(LEASE);
    assertThat(read.drained()).isNull();
    assertThat(stage().services().list()).containsExactly(read);
  }

  @Test
  default void oneProcessActsForAHost() {
    ServiceRecord first = acting("compute1");
    ServiceProcess second = process();
    assertThat(stage().services().take("compute1", null, second, LEASE)).isFalse();

    assertThat(stage().services().beat("compute1", first.processId())).isTrue();
    assertThat(stage().services().take("compute1", first, second, LEASE))
        .as("it gave a sign of life since it was looked at")
        .isFalse();
    ServiceRecord seen = stage().services().find("compute1");
    assertThat(stage().services().take("compute1", seen, second, LEASE)).isTrue();
    assertThat(stage().services().beat("compute1", first.processId())).isFalse();
    stage().services().leave("compute1", first.processId());
    assertThat(stage().services().beat("compute1", second.id())).isTrue();
    stage().services().leave("compute1", second.id());
    assertThat(stage().services().find("compute1").process()).isNull();
    assertThat(stage().services().beat("compute1", second.id())).isFalse();
  }

  @Test
  default void whatASilentHostOwnsChangesHandsAtOnce() {
    Node node = stage().nodes().add(Samples.node());
    Writes writes = Samples.spawn();
    UUID instance = writes.task().instance();
    Notice notice = new Notice("create.start", instance, Samples.NOW, "building", "", null);
    stage().tasks().begin(writes.telling(List.of(notice)));
    stage().journal().append(new JournalEntry("one", "spawn", "{}", Samples.NOW));
    stage().journal().append(new JournalEntry("done", "spawn", "{}", Samples.NOW));
    stage().journal().handled("done");
    ServiceRecord silent = acting("compute1");
    assertThat(stage().services().hasWork("compute1")).isTrue();

    assertThat(stage().services().takeOver(silent, "compute2")).isEqualTo(new TakenOver(1, 1, 1));

    assertThat(stage().nodes().find(node.id()).serviceHost()).isEqualTo("compute2");
    assertThat(stage().query("select host from wakeups")).containsExactly("compute2");
    assertThat(stage().query("select unique_id from received_messages where host = 'compute2'"))
        .containsExactly("one");
    assertThat(stage().query("select host from outbox")).containsOnly("compute2");
    assertThat(stage().tasks().save(writes)).as("what the silent one writes now").isNull();
    assertThat(stage().services().beat("compute1", silent.processId())).isFalse();
    assertThat(stage().services().hasWork("compute1")).isFalse();
    assertThat(stage().services().hasWork("compute2")).isTrue();
  }

  @Test
  default void aDeploymentThatNeedsTheSilentHostBeginsAnew() {
    Writes served = Samples.spawn();
    Writes written = Samples.spawn();
    for (Writes each : List.of(served, written)) {
      Task begun = each.task();
      stage().tasks().begin(each);
      Cursor at = new Cursor(Cursor.Direction.FORWARD, 1, 1, 2, 3, Samples.NOW);
      Task waiting = new Task(begun.head(), begun.plan(), at, begun.standing(), begun.version());
      StepRecord line =
          new StepRecord(
              2, "power", "power on", Status.WAITING, 3, Samples.NOW, null, "waits", null);
      stage().tasks().save(new Writes(waiting, List.of(line), null, null, List.of(), null));
      boolean done = each.equals(written);
      JobState state = new JobState("", !done);
      stage().jobs().put(JobBookContract.order(begun.id(), Samples.mac()), state);
    }
    stage().services().takeOver(acting("compute1"), "compute2");

    Task anew = stage().tasks().find(served.task().id());
    assertThat(anew.cursor()).extracting(Cursor::step, Cursor::attempt).containsExactly(0, 1);
    assertThat(anew.cursor().reach()).as("all of it is undone should it fail").isEqualTo(1);
    assertThat(stage().tasks().timeline(anew.id()))
        .extracting(StepRecord::number, StepRecord::status, StepRecord::note)
        .containsExactly(
            tuple(2, Status.FAILED, "host compute1 is silent; host compute2 begins anew"));
    assertThat(anew.cursor().line()).isEqualTo(3);
    assertThat(stage().tasks().find(written.task().id()).cursor().step()).isEqualTo(1);
  }

  @Test
  default void aHostThatSpokeAgainKeepsWhatItOwns() {
    Node node = stage().nodes().add(Samples.node());
    ServiceRecord thought = acting("compute1");
    stage().services().beat("compute1", thought.processId());

    assertThat(stage().services().takeOver(thought, "compute2")).isNull();

    assertThat(stage().nodes().find(node.id()).serviceHost()).isEqualTo("compute1");
    assertThat(stage().services().beat("compute1", thought.processId())).isTrue();
  }

  @Test
  default void whatIsFannedOutIsHandledOnceByEach() {
    stage().journal().append(new JournalEntry("all", "spawn", "{}", Samples.NOW));
    stage()
        .execute(
            "insert into received_messages (unique_id, host, method, body, received_at, handled)"
                + " values ('all', 'compute2', 'm', null, '2020-01-01 00:00:00', 1)");
    assertThat(stage().services().takeOver(acting("compute1"), "compute2").messages()).isZero();
  }

  @Test
  default void nodesGoHomeWhenNothingIsDoneToThem() {
    Node idle = stage().nodes().add(Samples.node());
    Node busy = stage().nodes().add(Samples.node());
    ServiceRecord silent = acting("compute1");
    stage().services().takeOver(silent, "compute2");
    Task.Head head =
        new Task.Head(UUID.randomUUID(), Verb.MANAGE, ProvisionState.ENROLL, null, Samples.NOW);
    stage().tasks().begin(Writes.of(Task.begin(head, Samples.PLAN, busy.id())));
    assertThat(stage().services().loads())
        .extracting(ServiceLoad::host, ServiceLoad::nodes, ServiceLoad::away, ServiceLoad::tasks)
        .containsExactly(tuple("compute1", 0L, 2L, 0L), tuple("compute2", 2L, 0L, 1L));

    assertThat(stage().services().takeHome("compute1")).isEqualTo(1);

    assertThat(stage().nodes().find(idle.id()).serviceHost()).isEqualTo("compute1");
    assertThat(stage().nodes().find(busy.id()).serviceHost()).isEqualTo("compute2");
    assertThat(stage().services().takeHome("compute1")).isZero();
  }

  @Test
  default void drainingOutlivesTheProcess() {
    assertThat(stage().services().drain("compute1", "a new kernel")).isFalse();
    ServiceRecord first = acting("compute1");
    assertThat(stage().services().drain("compute1", "a new kernel")).isTrue();
    stage().services().leave("compute1", first.processId());
    ServiceRecord left = stage().services().find("compute1");
    stage().services().take("compute1", left, process(), LEASE);
    assertThat(stage().services().find("compute1").drained()).isEqualTo("a new kernel");
    assertThat(stage().services().drain("compute1", null)).isTrue();
    assertThat(stage().services().find("compute1").drained()).isNull();
  }
}
