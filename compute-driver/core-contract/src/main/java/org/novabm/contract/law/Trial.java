package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.contract.world.Outside;
import org.novabm.instance.Instance;
import org.novabm.instance.VmState;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.task.PlannedStep.OnFailure;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.Task;

/** One journey on a host of its own, disturbed or not, and the judgement of its end. */
final class Trial {

  final LawHost host;
  final Task task;
  private final StepLaws laws;
  private final Journey journey;
  private final Outside atFirst;
  private final AtomicInteger struck = new AtomicInteger();
  private final int written;

  Trial(StepLaws laws, Journey journey) {
    this.laws = laws;
    this.journey = journey;
    this.host = new LawHost(laws);
    host.prepare(journey);
    this.atFirst = host.world.look();
    this.task = host.begin(journey);
    this.written = host.records.writes();
  }

  /** How often the loop wrote since it began. */
  int writes() {
    return host.records.writes() - written;
  }

  /** The end when nobody disturbs it. */
  static End usual(StepLaws laws, Journey journey) {
    Trial trial = new Trial(laws, journey);
    trial.host.settle();
    End end = trial.host.end(trial.task);
    assertThat(end.outcome()).as("%s, undisturbed", journey).isEqualTo(Outcome.DONE);
    return end;
  }

  /** The end when its last step fails. */
  static End turned(StepLaws laws, Journey journey) {
    Trial trial = new Trial(laws, journey);
    trial.host.meddle(Meddling.failingAtTheEnd(trial.host.plan(journey)));
    trial.host.settle();
    return trial.host.end(trial.task);
  }

  /** Disturbs it at the place and runs it to its end. */
  Trial disturbed(StepPlace place, Meddler there) {
    disturb(place, there);
    host.settle();
    host.meddle(Meddler.NONE);
    assertThat(struck).as("%s was reached", place).hasPositiveValue();
    return this;
  }

  void disturb(StepPlace place, Meddler there) {
    host.meddle(Meddling.at(place, host.plan(journey), Meddling.counted(struck, there)));
  }

  /** As if nobody had disturbed it. */
  void endsAsUsual(boolean isBack) {
    End usual = isBack ? turned(laws, journey) : usual(laws, journey);
    assertThat(host.end(task)).isEqualTo(usual);
  }

  /** It came to its usual end, or failed and left nothing behind. */
  void endsAsUsualOrCleanly(StepPlace place) {
    if (host.end(task).outcome() == Outcome.DONE) {
      endsAsUsual(false);
    } else {
      endsCleanly(place.then());
    }
  }

  /** It failed, or was given up; what it began is taken back, or a destroy takes it back. */
  void endsCleanly(OnFailure then) {
    End end = host.end(task);
    assertThat(end.outcome()).isNotEqualTo(Outcome.DONE);
    assertThat(end.told()).as("told once").doesNotHaveDuplicates();
    if (end.outcome() == Outcome.HELD) {
      assertThat(end.node()).isEqualTo(Rule.HELD);
    } else {
      assertThat(end.outside().leftovers()).as("left behind").isSubsetOf(mayBeLeft(then));
    }
    isCleanAfterADestroy();
  }

  private Set<String> mayBeLeft(OnFailure then) {
    Set<String> allowed = new HashSet<>(atFirst.leftovers());
    if (then == OnFailure.STOP) {
      // what was asked for is tried, and no more
      allowed.addAll(usual(laws, journey).outside().leftovers());
    }
    return allowed;
  }

  /** Nobody is on the node and nothing around it, once the instance is destroyed. */
  void isCleanAfterADestroy() {
    if (!journey.isForAnInstance()) {
      return;
    }
    Instance instance = host.instance();
    if (!instance.isOver()) {
      host.destroy();
      host.settle();
      assertThat(host.instance().state()).isEqualTo(VmState.DELETED);
    }
    assertThat(host.node().isFree()).as("nobody is on the node").isTrue();
    if (journey.leavesTheMachine() && host.node().state() != ProvisionState.AVAILABLE) {
      // it runs on, and is offered to nobody until somebody provides it
      assertThat(host.world.look().power()).isEqualTo(atFirst.power());
      assertThat(host.world.look().ports()).isEqualTo(atFirst.ports());
      host.provide();
    }
    assertThat(host.node().state()).isEqualTo(ProvisionState.AVAILABLE);
    assertThat(host.world.look().leftovers()).as("left behind").isEmpty();
  }
}
