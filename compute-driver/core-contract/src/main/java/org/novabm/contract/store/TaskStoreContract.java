package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.VmState;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Node;
import org.novabm.node.TaskState;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Cursor;
import org.novabm.task.NodeChange;
import org.novabm.task.Progress;
import org.novabm.task.Standing;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;
import org.novabm.task.Writes;

public interface TaskStoreContract extends OnStores {

  @Test
  default void taskAndInstanceAreReadAsTheyWereWritten() {
    Writes writes = Samples.spawn();
    Task task = writes.task();

    assertThat(stage().tasks().begin(writes)).isTrue();
    assertThat(stage().tasks().find(task.id())).isEqualTo(task);
    assertThat(stage().tasks().findByInstance(task.instance())).isEqualTo(task);
    assertThat(stage().instances().findInstance(task.instance())).isEqualTo(writes.instance());
    assertThat(stage().tasks().find(UUID.randomUUID())).isNull();
    assertThat(stage().tasks().findByInstance(UUID.randomUUID())).isNull();
    assertThat(stage().instances().findInstance(UUID.randomUUID())).isNull();
    assertThat(stage().takeDue()).as("the wake-up is a part of it").containsExactly(task.id());
  }

  @Test
  default void instanceHasOneLiveTask() {
    Writes first = Samples.spawn();
    UUID instance = first.task().instance();
    Writes second = Samples.spawn(instance, Samples.NOW.plusSeconds(9));
    stage().tasks().begin(first);

    assertThat(stage().tasks().begin(second.telling(List.of(notice("refused", instance)))))
        .isFalse();
    assertThat(stage().outbox().waiting(10)).isEmpty();
    Instance failed = first.instance().becoming(VmState.ERROR, "no");
    stage().tasks().save(Writes.of(ended(first.task())).with(failed));
    assertThat(stage().tasks().findByInstance(instance).id()).isEqualTo(first.task().id());
    assertThat(stage().tasks().begin(second)).isTrue();
    assertThat(stage().tasks().findByInstance(instance)).isEqualTo(second.task());
    assertThat(stage().tasks().list(true, 10))
        .extracting(Task::id)
        .containsExactly(second.task().id(), first.task().id());
    assertThat(stage().tasks().list(false, 10))
        .extracting(Task::id)
        .containsExactly(second.task().id());
    assertThat(stage().tasks().list(true, 1)).hasSize(1);
    assertThat(stage().instances().listInstances(true, 10)).containsExactly(second.instance());
  }

  @Test
  default void aLiveInstanceIsNotSpawnedAgain() {
    Writes first = Samples.spawn();
    stage().tasks().begin(first);
    Instance up = first.instance().on(7L).launched(Samples.NOW);
    stage().tasks().save(Writes.of(ended(first.task())).with(up));

    assertThat(stage().tasks().begin(Samples.spawn(up.uuid(), Samples.NOW))).isFalse();
    assertThat(stage().instances().add(up)).isFalse();
    assertThat(stage().instances().findInstance(up.uuid())).isEqualTo(up);
    assertThat(stage().instances().listInstances(false, 10)).containsExactly(up);
  }

  @Test
  default void nodeHasOneLiveTask() {
    Task.Head head =
        new Task.Head(UUID.randomUUID(), Verb.MANAGE, ProvisionState.ENROLL, null, Samples.NOW);
    Task task = Task.begin(head, Samples.PLAN, 7L);
    assertThat(stage().tasks().begin(Writes.of(task))).isTrue();
    Task.Head other =
        new Task.Head(UUID.randomUUID(), Verb.MANAGE, ProvisionState.ENROLL, null, Samples.NOW);
    assertThat(stage().tasks().begin(Writes.of(Task.begin(other, Samples.PLAN, 7L)))).isFalse();
    assertThat(stage().tasks().begin(Writes.of(Task.begin(other, Samples.PLAN, 8L)))).isTrue();
    assertThat(stage().tasks().findByNode(7L)).isEqualTo(task);
    assertThat(stage().tasks().findByNode(9L)).isNull();
  }

  @Test
  default void aTaskOfTheNodeAloneBeginsOnlyWhereTheNodeIsStillAsItWas() {
    Node node = stage().nodes().add(Samples.node());
    stage().nodes().claim(node.id(), Samples.occupant());
    Task task = manage(node.id());
    NodeChange verifying = new NodeChange(node.id(), ProvisionState.VERIFYING, null);

    assertThat(stage().tasks().begin(Writes.of(task).with(verifying))).isFalse();

    assertThat(stage().tasks().find(task.id())).isNull();
    assertThat(stage().nodes().find(node.id()).state()).isEqualTo(ProvisionState.DEPLOYING);
    Node free = stage().nodes().add(Samples.node());
    NodeChange taken = new NodeChange(free.id(), ProvisionState.VERIFYING, null);
    assertThat(stage().tasks().begin(Writes.of(manage(free.id())).with(taken))).isTrue();
    assertThat(stage().nodes().find(free.id()).state()).isEqualTo(ProvisionState.VERIFYING);
  }

  /** A task of the node alone. */
  static Task manage(long node) {
    Task.Head head =
        new Task.Head(UUID.randomUUID(), Verb.MANAGE, ProvisionState.AVAILABLE, null, Samples.NOW);
    return Task.begin(head, Samples.PLAN, node);
  }

  @Test
  default void secondWriterLoses() {
    Writes begun = Samples.spawn();
    Task seen = begun.task();
    stage().tasks().begin(begun);
    Standing standing = new Standing(7L, List.of(5L, 6L), Standing.Abort.DESTROY, true, "no", null);
    Cursor at = new Cursor(Cursor.Direction.BACK, 1, 3, 5, 2, Samples.NOW.plusNanos(1_234_567));
    Task won = new Task(seen.head(), Samples.TURNED, at, standing, seen.version());
    Instance changed = begun.instance().on(7L).powered(PowerState.ON);
    Task written = stage().tasks().save(Writes.of(won).with(changed));

    assertThat(written.version()).isEqualTo(seen.version() + 1);
    assertThat(stage().tasks().find(seen.id())).isEqualTo(written);
    assertThat(stage().instances().findInstance(seen.instance())).isEqualTo(changed);
    Writes late =
        new Writes(
            seen,
            List.of(line(1, "lost")),
            begun.instance(),
            null,
            List.of(notice("lost", seen.instance())),
            null);
    assertThat(stage().tasks().save(late)).isNull();
    assertThat(stage().tasks().interrupt(late)).isFalse();
    assertThat(stage().tasks().find(seen.id())).isEqualTo(written);
    assertThat(stage().tasks().timeline(seen.id())).isEmpty();
    assertThat(stage().outbox().waiting(10)).isEmpty();
    assertThat(stage().tasks().save(Writes.of(written))).isNotNull();
  }

  @Test
  default void whatWasAskedForStaysAsItWasWhenTheTaskBegan() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    InstanceRequest other = Samples.request(begun.task().instance());
    Instance changed = begun.instance().on(7L);
    InstanceRequest bent =
        new InstanceRequest(
            other.instance(),
            "another",
            "another",
            other.flavor(),
            other.image(),
            null,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            other.context());
    stage().tasks().save(Writes.of(begun.task()).with(changed.rebuilding(bent, UUID.randomUUID())));

    Instance found = stage().instances().findInstance(other.instance());
    assertThat(found.request()).isEqualTo(begun.instance().request());
    assertThat(found.deployedBy()).isEqualTo(begun.instance().deployedBy());
    assertThat(found.node()).isEqualTo(7L);
  }

  @Test
  default void anInterruptionWakesTheTask() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    stage().takeDue();
    Task seen = begun.task();
    Task given = seen.with(seen.standing().aborted(Standing.Abort.CANCEL));

    assertThat(stage().tasks().interrupt(Writes.of(given))).isTrue();

    assertThat(stage().takeDue()).containsExactly(seen.id());
  }

  @Test
  default void theTaskThatFollowsBeginsWithTheEnd() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    stage().takeDue();
    Task next =
        Task.begin(
            new Task.Head(
                UUID.randomUUID(),
                Verb.DESTROY,
                ProvisionState.ACTIVE,
                begun.task().instance(),
                Samples.NOW.plusSeconds(1)),
            Samples.PLAN,
            7L);
    Writes end = new Writes(ended(begun.task()), List.of(), null, null, List.of(), next);

    assertThat(stage().tasks().save(end)).isNotNull();

    assertThat(stage().tasks().findByInstance(begun.task().instance())).isEqualTo(next);
    assertThat(stage().takeDue()).containsExactly(next.id());
  }

  @Test
  default void theNodeChangesWithItsTask() {
    Node node = stage().nodes().add(Samples.node());
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    Task task = begun.task();

    NodeChange change = new NodeChange(node.id(), ProvisionState.ACTIVE, TaskState.ACTIVE);
    Task saved = stage().tasks().save(Writes.of(task).with(change));
    Node up = stage().nodes().find(node.id());
    assertThat(up.state()).isEqualTo(ProvisionState.ACTIVE);
    assertThat(up.taskState()).isEqualTo(TaskState.ACTIVE);
    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 9)).isEmpty();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();

    stage()
        .tasks()
        .save(Writes.of(saved).with(new NodeChange(node.id(), ProvisionState.AVAILABLE, null)));
    Node free = stage().nodes().find(node.id());
    assertThat(free.state()).isEqualTo(ProvisionState.AVAILABLE);
    assertThat(free.taskState()).as("left as it is").isEqualTo(TaskState.ACTIVE);
  }

  @Test
  default void timelineReplacesLinesOfTheSameNumber() {
    Writes begun = Samples.spawn();
    stage().tasks().begin(begun);
    Task one = stage().tasks().save(lines(begun.task(), line(1, "waits"), line(2, "begins")));
    StepRecord done =
        new StepRecord(
            1,
            "claim",
            "claim a node",
            StepRecord.Status.DONE,
            3,
            Samples.NOW,
            Samples.NOW.plusSeconds(2),
            "node 7",
            Progress.ofBytes(3, 4));
    stage().tasks().save(lines(one, line(1, "is overwritten at once"), done));

    assertThat(stage().tasks().timeline(begun.task().id()))
        .containsExactly(done, line(2, "begins"));
    assertThat(stage().tasks().timeline(UUID.randomUUID())).isEmpty();
  }

  @Test
  default void noticesComeOutInTheOrderTheyWentIn() {
    Writes begun = Samples.spawn();
    UUID instance = begun.task().instance();
    stage().tasks().begin(begun.telling(List.of(notice("a", instance), notice("b", instance))));
    Notice error = new Notice("c.error", instance, Samples.NOW, "error", "", "why");
    stage().tasks().save(Writes.of(begun.task()).telling(List.of(error)));

    List<Outbox.Posted> waiting = stage().outbox().waiting(10);
    assertThat(waiting)
        .extracting(Outbox.Posted::notice)
        .containsExactly(notice("a", instance), notice("b", instance), error);
    assertThat(stage().outbox().waiting(2)).isEqualTo(waiting.subList(0, 2));
    stage().outbox().sent(List.of(waiting.get(1).id()));
    stage().outbox().sent(List.of(waiting.get(1).id()));
    stage().outbox().sent(List.of());
    assertThat(stage().outbox().waiting(10)).containsExactly(waiting.get(0), waiting.get(2));
  }

  static Task ended(Task task) {
    Standing it = task.standing();
    return task.with(
        new Standing(it.node(), it.tried(), null, false, "no", Standing.Outcome.FAILED));
  }

  /** The task with more of its timeline. */
  static Writes lines(Task task, StepRecord... lines) {
    return new Writes(task, List.of(lines), null, null, List.of(), null);
  }

  private static Notice notice(String event, UUID instance) {
    return new Notice(event, instance, Samples.NOW, "building", "spawning", null);
  }

  /** A line of a timeline. */
  static StepRecord line(int number, String note) {
    return new StepRecord(
        number,
        "claim",
        "claim a node",
        StepRecord.Status.RUNNING,
        1,
        Samples.NOW,
        null,
        note,
        null);
  }
}
